"""What goes over the wire: objects in JSON."""

from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
