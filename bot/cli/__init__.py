"""The command line: `jianbao demo | run | check | read | summarize`."""

import errno
import os
import sys
from typing import Annotated

import typer

from bot import __version__
from bot.cli import reading, service
from bot.errors import ConfigError, JianbaoError
from bot.logs import hide_secrets

DEBUG_VARIABLE = "JIANBAO_DEBUG"
_UNWRITABLE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""A full disk and its like; files we open ourselves are named in their errors."""
INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells expect it."""

app = typer.Typer(
    name="jianbao",
    help="简报 Jianbao: short, verbatim summaries of the news of people's own categories, in Telegram.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (service.demo, service.run, service.check, reading.read, reading.summarize):
    app.command()(command)


def _version(value: bool) -> None:  # noqa: FBT001 - typer calls it so
    if value:
        typer.echo(f"jianbao {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[  # noqa: FBT002 - typer calls it so
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Tell the version and stop.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Runs the command line; every end is an exit status and, when bad, one clear sentence."""
    try:
        app(prog_name="jianbao")
    except JianbaoError as error:
        sys.exit(_tell(error))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _write_no_more()  # whoever read our output has gone: so do we
    except Exception as error:
        if os.environ.get(DEBUG_VARIABLE):
            raise
        if trouble := _trouble_of_output(error):
            _write_no_more()
            typer.echo(f"jianbao: The output cannot be written: {trouble}.", err=True)
            sys.exit(1)
        kind = type(error).__name__
        typer.echo(f"jianbao: an error inside Jianbao: {kind}: {hide_secrets(str(error))[:200]}", err=True)
        typer.echo(f"Run it again with {DEBUG_VARIABLE}=1 to see where, and please report it.", err=True)
        sys.exit(1)


def _trouble_of_output(error: Exception) -> str:
    """Tells why nothing can be written any more; empty where that is not what went wrong."""
    if sys.stdout is None:
        return "it is closed"
    if isinstance(error, OSError) and error.filename is None and error.errno in _UNWRITABLE:
        return os.strerror(error.errno).lower()
    return ""


def _write_no_more() -> None:
    """Lets what was not written vanish, or Python would try it again at the end."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(error: JianbaoError) -> int:
    typer.echo(f"jianbao: {hide_secrets(str(error))}", err=True)
    for problem in error.problems if isinstance(error, ConfigError) else ():
        typer.echo(f"  {hide_secrets(problem)}", err=True)
    return error.exit_status
