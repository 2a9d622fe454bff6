"""What is said of any model on a server, whatever it is asked for."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, SecretStr

ServedModel = Annotated[
    str | None,
    Field(description="模型在那台服务器上的名称 · The model's name on that server"),
]
ServerKey = Annotated[
    SecretStr | None,
    Field(description="那台服务器要求的密钥 · The key that server asks for"),
]
Options = Annotated[
    dict[str, Any],
    Field(
        default_factory=dict,
        repr=False,
        description="建立该类所用的参数，JSON · What that class is made with, as JSON",
    ),
]
