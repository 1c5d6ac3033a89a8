"""The parameters of a call: query, form, multipart and JSON bodies look alike from here on."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, MultipartReader, web

from bot.playground.errors import bad_request


@dataclass(frozen=True)
class Upload:
    """A file that came along with the call."""

    name: str
    data: bytes
    mime: str | None = None


@dataclass
class Params:
    """Values by name, each read as what the method expects."""

    values: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        """A string."""
        value = self.values.get(name)
        if value is None:
            return None
        text = value if isinstance(value, str) else json.dumps(value)
        try:
            text.encode()
        except UnicodeEncodeError:
            raise bad_request("strings must be encoded in UTF-8") from None
        return text

    def integer(self, name: str, default: int | None = None) -> int | None:
        """A whole number; Telegram reads anything else as if it were not there."""
        try:
            return int(str(self.values[name]))
        except (KeyError, ValueError):
            return default

    def flag(self, name: str) -> bool:
        """A boolean."""
        return str(self.values.get(name, "")).lower() in {"true", "yes", "1"}

    def nested(self, name: str) -> Any:
        """An object or array, which forms carry as JSON; None if it is not there."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None


async def read_params(request: web.Request) -> Params:
    """Everything the request brings, wherever it stands in it."""
    params = Params(dict(request.query))
    try:
        if request.content_type == "application/json":
            body = json.loads(await request.text() or "{}")
            if not isinstance(body, dict):
                raise bad_request("object expected")
            params.values |= body
        elif request.content_type == "multipart/form-data":
            await _read_parts(await request.multipart(), params)
        else:
            params.values |= {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    except json.JSONDecodeError:
        raise bad_request("can't parse JSON object") from None
    return params


async def _read_parts(reader: MultipartReader, params: Params) -> None:
    async for part in reader:
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        data = bytes(await part.read(decode=True))
        if part.filename is None:
            params.values[part.name] = data.decode()
        else:
            params.files[part.name] = Upload(part.filename, data, part.headers.get("Content-Type"))
