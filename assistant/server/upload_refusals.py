"""Uploads that are turned away, each with what its sender can do."""

from __future__ import annotations

from assistant.server.refusals import Refused, Words

_TOO_LARGE: Words = ("上传内容过大", "Upload too large")
_NOT_READABLE: Words = ("上传内容无法读取", "Unreadable upload")


def file_too_large(name: str, limit: int) -> Refused:
    """One file is over its limit, in bytes."""
    return Refused(
        413,
        "file_too_large",
        _TOO_LARGE,
        (
            f"文件 {name} 超过每个文件 {limit} 字节的上限；本次上传没有导入任何文件，"
            "请去掉它或拆分后再上传。",
            f"The file {name} is over the limit of {limit} bytes a file. Nothing of this upload "
            "was taken: leave it out or divide it, and send the rest again.",
        ),
    )


def upload_too_large(limit: int) -> Refused:
    """The whole body is over its limit, in bytes."""
    return Refused(
        413,
        "upload_too_large",
        _TOO_LARGE,
        (
            f"一次上传最多 {limit} 字节；本次上传没有导入任何文件，请分几次上传。",
            f"One upload may have {limit} bytes. Nothing of this one was taken: send its files in "
            "several uploads.",
        ),
    )


def too_many_files(limit: int) -> Refused:
    """More files than one upload may have."""
    return Refused(
        413,
        "too_many_files",
        _TOO_LARGE,
        (
            f"一次上传最多 {limit} 个文件；本次上传没有导入任何文件，请分几次上传，或压缩成 ZIP。",
            f"One upload may have {limit} files. Nothing of this one was taken: send several "
            "uploads, or a ZIP.",
        ),
    )


def not_a_form() -> Refused:
    """Something else than multipart/form-data."""
    return Refused(
        415,
        "not_multipart",
        ("不支持的内容类型", "Unsupported media type"),
        (
            "请用 multipart/form-data 上传文件，字段名为 files。",
            "Send the files as multipart/form-data, in fields called files.",
        ),
        {"accept-post": "multipart/form-data"},
    )


def broken_form() -> Refused:
    """The form ends early or is not well-formed."""
    return Refused(
        400,
        "malformed_body",
        _NOT_READABLE,
        (
            "multipart/form-data 正文不完整或格式有误；没有导入任何文件，请重新上传。",
            "The multipart/form-data body is cut short or malformed. Nothing was taken: send it "
            "again.",
        ),
    )


def too_slow(seconds: float) -> Refused:
    """Nothing came for so long that nobody waits any more."""
    return Refused(
        408,
        "upload_too_slow",
        ("上传中断", "Upload stalled"),
        (
            f"{seconds:g} 秒内没有收到数据；没有导入任何文件，请重新上传。",
            f"Nothing came for {seconds:g} seconds. Nothing was taken: send it again.",
        ),
        {"connection": "close"},
    )


def no_files() -> Refused:
    """A form without a file."""
    return Refused(
        422,
        "no_files",
        ("没有文件", "No files"),
        (
            "请至少上传一个文件，字段名为 files。",
            "Send at least one file, in a field called files.",
        ),
    )


def symbol_for_one_file(files: int) -> Refused:
    """A symbol that came with several files."""
    return Refused(
        422,
        "symbol_for_one_file",
        ("文号只用于一个文件", "A symbol is for one file"),
        (
            f"文号只能与一个文件一起使用，这里有 {files} 个；没有导入任何文件，请分开上传。",
            f"A symbol goes with one file; there are {files}. Nothing was taken: send them one by "
            "one.",
        ),
    )


def queue_is_full(seconds: int) -> Refused:
    """As many uploads wait as may."""
    return Refused(
        503,
        "uploads_waiting",
        ("上传排队已满", "Too many uploads waiting"),
        (
            f"等待导入的上传已满，请在 {seconds} 秒后再试。",
            f"As many uploads are waiting as may; try again in {seconds} seconds.",
        ),
        {"retry-after": str(seconds)},
    )


def library_is_writing(seconds: int) -> Refused:
    """An upload is being taken in or a resolution removed, and the library has one writer."""
    return Refused(
        503,
        "library_writing",
        ("正在改动文库", "The library is being changed"),
        (
            f"文库正在导入或移除决议，请在 {seconds} 秒后再试。",
            "Resolutions are being taken into the library or out of it; try again in "
            f"{seconds} seconds.",
        ),
        {"retry-after": str(seconds)},
    )


def no_such_job(finished: int, hours: int) -> Refused:
    """A job that never was, or is forgotten."""
    return Refused(
        404,
        "no_such_upload",
        ("没有这次上传", "No such upload"),
        (
            f"没有这次上传的记录。只保留最近 {finished} 次、{hours} 小时以内完成的上传；"
            "已导入的决议见 /api/v1/resolutions。",
            f"There is no record of this upload. Only the last {finished} finished ones are kept, "
            f"for {hours} hours; what was taken in is listed at /api/v1/resolutions.",
        ),
    )
