"""Who may do what; asked anew at every command and every press."""

from bot.chat.request import Request
from bot.chat.services import Services


async def may_change(request: Request, services: Services) -> bool:
    """In private everyone decides for themselves, in a group its admins decide for all."""
    if request.is_private or request.as_chat:
        return True
    return await services.is_group_admin(request.chat.id, request.person_id)


def may_administer(request: Request) -> bool:
    """Admins act in their private chat, where nobody looks over their shoulder and no name can be borrowed."""
    return request.is_admin and request.is_private
