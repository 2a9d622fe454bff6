from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from structlog.contextvars import bound_contextvars

from assistant.errors import LibraryDamaged
from assistant.server.job import Job, JobEvent
from assistant.server.jobs import HOURS_KEPT, MOST_ATTEMPTS, MOST_FINISHED, MOST_WAITING, Jobs
from assistant.server.refusals import Refused
from assistant.server.spool import Spool, Upload
from assistant.service import Assistant
from assistant.settings import load_settings
from assistant.types import IngestResult, Progress
from tests.observing.lines import logged
from tests.running import run
from tests.server.fake_assistant import FakeAssistant
from tests.server.over_sockets import eventually


@contextmanager
def running(assistant: FakeAssistant, folder: Path, **more: object) -> Iterator[Jobs]:
    jobs = Jobs(assistant.ingest, Spool(folder), **more)  # type: ignore[arg-type]
    try:
        jobs.resume()
        yield jobs
    finally:
        jobs.close()


def sent(jobs: Jobs, *names: str) -> Job:
    name, folder = jobs.begin()
    paths = tuple(folder / file for file in names or ("a.txt",))
    for path in paths:
        path.write_bytes(b"text")
    return jobs.accept(Upload(name, paths))


def heard(job: Job, after: int = 0) -> list[tuple[int, JobEvent]]:
    async def everything() -> list[tuple[int, JobEvent]]:
        return [event async for event in job.follow(after)]

    return run(asyncio.wait_for(everything(), 10))


def ended(job: Job) -> bool:
    return eventually(lambda: job.finished_at is not None)


def test_a_job_tells_every_result_and_how_far_it_is_and_last_that_it_is_done(
    tmp_path: Path,
) -> None:
    with running(FakeAssistant(), tmp_path) as jobs:
        job = sent(jobs, "a.txt", "b.txt")
        events = heard(job)
    assert [number for number, _ in events] == list(range(1, len(events) + 1))
    names = [event.name for _, event in events]
    assert names == ["result", "progress", "result", "progress", "done"]
    assert (job.report.state, job.report.done) == ("done", 2)
    assert [result.name for result in job.report.results] == ["a.txt", "b.txt"]


def test_a_late_listener_hears_everything_and_may_skip_what_it_heard(tmp_path: Path) -> None:
    with running(FakeAssistant(), tmp_path) as jobs:
        job = sent(jobs, "a.txt", "b.txt")
        first = heard(job)
        assert heard(job) == first
        assert heard(job, 2) == first[2:]
        assert heard(job, 99) == []


def test_many_listeners_hear_the_same_while_it_happens(tmp_path: Path) -> None:
    assistant = FakeAssistant()
    assistant.gate.clear()

    async def everything(job: Job) -> list[str]:
        return [event.name async for _, event in job.follow()]

    async def several(job: Job) -> list[list[str]]:
        listening = [asyncio.create_task(everything(job)) for _ in range(5)]
        await asyncio.sleep(0.1)
        assistant.gate.set()
        return await asyncio.wait_for(asyncio.gather(*listening), 10)

    with running(assistant, tmp_path) as jobs:
        said = run(several(sent(jobs)))
    assert said[0][-3:] == ["result", "progress", "done"]
    assert said == [said[0]] * 5


def test_jobs_are_done_one_at_a_time_in_order(tmp_path: Path) -> None:
    assistant = FakeAssistant()
    with running(assistant, tmp_path) as jobs:
        assistant.gate.clear()
        first, *others = [sent(jobs, f"{n}.txt") for n in range(4)]
        assert eventually(lambda: first.report.state == "running")
        assert {job.report.state for job in others} == {"queued"}
        assistant.gate.set()
        assert ended(others[-1])
    assert [file.name for file in assistant.ingested] == ["0.txt", "1.txt", "2.txt", "3.txt"]
    assert assistant.most_at_once == 1


def test_only_so_many_may_wait_and_a_place_comes_free(tmp_path: Path) -> None:
    assistant = FakeAssistant()
    with running(assistant, tmp_path) as jobs:
        assistant.gate.clear()
        first = sent(jobs)
        assert eventually(lambda: first.report.state == "running")
        coming = [jobs.begin()[0] for _ in range(MOST_WAITING)]
        with pytest.raises(Refused) as refusal:
            jobs.begin()
        assert refusal.value.status_code == 503
        assert int((refusal.value.headers or {})["retry-after"]) > 0
        jobs.give_up(coming[0])
        jobs.begin()


def test_a_job_that_fails_says_why_and_the_next_goes_on(tmp_path: Path) -> None:
    assistant = FakeAssistant(breaks_with=LibraryDamaged("坏了", "It is damaged"))
    with running(assistant, tmp_path) as jobs:
        job = sent(jobs)
        assert ended(job)
        assert job.report.state == "failed"
        assert job.report.error is assistant.breaks_with
        assert [event.name for _, event in heard(job)] == ["done"]
        assistant.breaks_with = None
        assert ended(after := sent(jobs))
        assert after.report.state == "done"


def test_a_job_that_fails_half_way_keeps_what_was_settled(tmp_path: Path) -> None:
    def ingest(*_: object, told: Callable[[IngestResult], None], **__: object) -> tuple[()]:
        told(IngestResult("a.txt", "added", "A/RES/75/45"))
        raise LibraryDamaged("坏了", "It is damaged")

    jobs = Jobs(ingest, Spool(tmp_path))  # type: ignore[arg-type]
    assert ended(job := sent(jobs))
    jobs.close()
    assert job.report.state == "failed"
    assert [result.name for result in job.report.results] == ["a.txt"]
    assert [event.name for _, event in heard(job)] == ["result", "done"]


def test_nothing_else_changes_the_library_while_an_upload_is_taken_in(tmp_path: Path) -> None:
    assistant = FakeAssistant()
    with running(assistant, tmp_path) as jobs:
        with jobs.changing_the_library(), pytest.raises(Refused), jobs.changing_the_library():
            pass
        assistant.gate.clear()
        job = sent(jobs)
        assert eventually(lambda: assistant.at_once == 1)
        with pytest.raises(Refused) as refusal, jobs.changing_the_library():
            pass
        assert refusal.value.status_code == 503
        assistant.gate.set()
        assert ended(job)
        with jobs.changing_the_library():
            pass


def test_an_unforeseen_error_fails_its_job_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assistant = FakeAssistant(breaks_with=RuntimeError("a fault"))
    with running(assistant, tmp_path) as jobs:
        assert ended(job := sent(jobs))
        assert job.report.state == "failed"
        assert "a fault" in caplog.text
        assistant.breaks_with = None
        assert ended(sent(jobs))


def test_a_folder_that_vanished_fails_its_job_and_not_the_queue(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assistant = FakeAssistant()
    with running(assistant, tmp_path) as jobs:
        assistant.gate.clear()
        sent(jobs)
        vanished = sent(jobs)
        jobs.give_up(vanished.report.id)
        assistant.gate.set()
        assert ended(vanished)
        assert vanished.report.state == "failed"
        assert ended(after := sent(jobs))
        assert after.report.state == "done"
    assert vanished.report.id in caplog.text


def test_nothing_stays_on_disk_of_what_is_done_failed_or_given_up(tmp_path: Path) -> None:
    assistant = FakeAssistant()
    with running(assistant, tmp_path) as jobs:
        done = sent(jobs)
        assert ended(done)
        assistant.breaks_with = LibraryDamaged("坏了", "It is damaged")
        assert ended(sent(jobs))
        jobs.give_up(jobs.begin()[0])
        assert eventually(lambda: list(tmp_path.iterdir()) == [])


def test_a_server_that_stops_leaves_the_running_and_the_waiting_job_to_the_next(
    tmp_path: Path,
) -> None:
    assistant = FakeAssistant()
    with running(assistant, tmp_path) as jobs:
        assistant.gate.clear()
        first, second = sent(jobs, "a.txt"), sent(jobs, "b.txt")
        assert eventually(lambda: first.report.state == "running")
    assert assistant.ingested == []
    assistant.gate.set()
    with running(assistant, tmp_path) as jobs:
        again = [jobs.find(job.report.id) for job in (first, second)]
        assert all(ended(job) for job in again)
    assert [file.name for file in assistant.ingested] == ["a.txt", "b.txt"]


def test_the_lines_of_an_upload_bear_its_requests_id_after_a_restart_too(tmp_path: Path) -> None:
    assistant = FakeAssistant()
    with running(assistant, tmp_path) as jobs, bound_contextvars(request_id="f00d"):
        assistant.gate.clear()
        job = sent(jobs)
        assert eventually(lambda: job.report.state == "running")
    assistant.gate.set()
    with logged() as lines, running(assistant, tmp_path) as jobs:
        assert ended(jobs.find(job.report.id))
    (line,) = lines.of("an upload of 1 files: done")
    assert (line["request_id"], line["upload"]) == ("f00d", job.report.id)


def test_a_stopped_server_takes_no_more_uploads(tmp_path: Path) -> None:
    with running(FakeAssistant(), tmp_path) as jobs:
        jobs.close()
        with pytest.raises(Refused):
            jobs.begin()


def test_an_upload_that_ends_the_process_again_and_again_is_given_up(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    name, folder = spool.begin()
    (folder / "bad.txt").write_bytes(b"text")
    spool.accept(Upload(name, (folder / "bad.txt",)))
    for _ in range(MOST_ATTEMPTS):
        spool.attempt(name)
    assistant = FakeAssistant()
    with running(assistant, tmp_path) as jobs:
        job = jobs.find(name)
        assert job.report.state == "failed"
        assert str(MOST_ATTEMPTS) in str(job.report.error)
        assert [event.name for _, event in heard(job)] == ["done"]
    assert assistant.ingested == []
    assert not folder.exists()


def test_an_archive_counts_as_one_file_however_much_is_in_it(tmp_path: Path) -> None:
    seen: list[int] = []

    def ingest(sources: object, *, progress: object, **_: object) -> tuple[IngestResult, ...]:
        for done in range(1, 101):
            progress("reading", done, 100)  # type: ignore[operator]
            seen.append(jobs.find(name).report.done)
        return ()

    jobs = Jobs(ingest, Spool(tmp_path))  # type: ignore[arg-type]
    name, folder = jobs.begin()
    archives = (folder / "a.zip", folder / "b.zip")
    for archive in archives:
        archive.write_bytes(b"PK")
    job = jobs.accept(Upload(name, archives))
    assert ended(job)
    jobs.close()
    assert (seen[0], seen[48], seen[49], seen[99]) == (0, 0, 1, 2)
    # A hundred notes in an instant are one or two for a listener.
    assert 2 <= sum(event.name == "progress" for _, event in heard(job)) < 20


def test_finished_reports_are_kept_for_a_day_and_a_number(tmp_path: Path) -> None:
    now = 0.0
    with running(FakeAssistant(), tmp_path, clock=lambda: now) as jobs:
        first = sent(jobs)
        assert ended(first)
        now = HOURS_KEPT * 3600 - 1.0
        assert jobs.find(first.report.id) is first
        now += 2
        with pytest.raises(Refused):
            jobs.find(first.report.id)
        many = []
        for _ in range(MOST_FINISHED + 1):
            now += 1
            many.append(sent(jobs))
            assert ended(many[-1])
        assert jobs.find(many[1].report.id) is many[1]
        with pytest.raises(Refused) as refusal:
            jobs.find(many[0].report.id)
        assert refusal.value.status_code == 404


def test_reports_that_are_not_finished_are_never_forgotten(tmp_path: Path) -> None:
    now = 0.0
    assistant = FakeAssistant()
    with running(assistant, tmp_path, clock=lambda: now) as jobs:
        assistant.gate.clear()
        job = sent(jobs)
        now = HOURS_KEPT * 3600 * 2.0
        assert jobs.find(job.report.id) is job


def test_a_job_that_does_not_stop_in_time_does_not_keep_the_server(
    tmp_path: Path,
) -> None:
    assistant = FakeAssistant()

    def stuck(*_: object, **__: object) -> tuple[IngestResult, ...]:
        assistant.gate.wait(10)
        return ()

    assistant.gate.clear()
    jobs = Jobs(stuck, Spool(tmp_path), grace=0.05)
    job = sent(jobs)
    assert eventually(lambda: job.report.state == "running")
    jobs.close()
    assert job.report.state == "running"
    assistant.gate.set()
    assert ended(job)


def test_a_job_cancelled_before_its_turn_takes_nothing_in_and_leaves_nothing(
    tmp_path: Path,
) -> None:
    assistant = FakeAssistant()
    with running(assistant, tmp_path) as jobs:
        assistant.gate.clear()
        first, second = sent(jobs), sent(jobs)
        assert eventually(lambda: first.report.state == "running")
        assert jobs.cancel(second.report.id).report.state == "cancelled"
        assert not (tmp_path / second.report.id).exists()
        assistant.gate.set()
        assert ended(first)
        assert ended(third := sent(jobs))
        assert third.report.state == "done"
    assert len(assistant.ingested) == 2
    assert [event.name for _, event in heard(second)] == ["done"]


def test_a_running_job_is_cancelled_behind_the_file_at_hand_and_the_indexes_follow(
    tmp_path: Path,
) -> None:
    calls: list[int] = []
    at_hand, go_on = threading.Event(), threading.Event()

    def ingest(
        sources: Sequence[Path],
        *,
        told: Callable[[IngestResult], None] | None = None,
        progress: Progress | None = None,
        **_: object,
    ) -> tuple[()]:
        calls.append(len(sources))
        for done, path in enumerate(sources, start=1):
            at_hand.set()
            go_on.wait(10)
            assert told
            assert progress
            told(IngestResult(path.name, "added", "A/RES/75/45"))
            progress("reading", done, len(sources))
        return ()

    jobs = Jobs(ingest, Spool(tmp_path))  # type: ignore[arg-type]
    job = sent(jobs, "a.txt", "b.txt", "c.txt")
    assert at_hand.wait(10)
    assert jobs.cancel(job.report.id).report.state == "running"
    go_on.set()
    assert ended(job)
    jobs.close()
    assert job.report.state == "cancelled"
    assert [result.name for result in job.report.results] == ["a.txt"]
    assert calls == [3, 0], "the indexes were not brought up with what was taken in"
    assert Spool(tmp_path).left_over() == ()


def test_when_all_files_are_read_it_is_too_late_to_cancel(tmp_path: Path) -> None:
    indexing, go_on = threading.Event(), threading.Event()

    def ingest(sources: Sequence[Path], *, progress: Progress, **_: object) -> tuple[()]:
        progress("reading", len(sources), len(sources))
        indexing.set()
        go_on.wait(10)
        progress("dense", 1, 2)
        return ()

    jobs = Jobs(ingest, Spool(tmp_path))  # type: ignore[arg-type]
    job = sent(jobs)
    assert indexing.wait(10)
    jobs.cancel(job.report.id)
    go_on.set()
    assert ended(job)
    jobs.close()
    assert job.report.state == "done"


def test_cancelling_what_is_done_changes_nothing(tmp_path: Path) -> None:
    with running(FakeAssistant(), tmp_path) as jobs:
        assert ended(job := sent(jobs))
        assert jobs.cancel(job.report.id).report.state == "done"
        assert jobs.known() == (job,)


def test_what_a_cancelled_upload_took_in_can_be_found_at_once(
    tmp_path: Path, sample_files: tuple[Path, Path]
) -> None:
    settings = load_settings(
        {}, data_dir=tmp_path / "data", embedder="hashing", sample_library=False
    )
    with Assistant.open(settings) as assistant:

        def ingest(
            sources: Sequence[Path],
            *,
            told: Callable[[IngestResult], None] | None = None,
            **more: object,
        ) -> tuple[IngestResult, ...]:
            def told_and_cancelled(result: IngestResult) -> None:
                assert told
                told(result)
                jobs.cancel(name)

            heard = told_and_cancelled if told else None
            return assistant.ingest(sources, told=heard, **more)  # type: ignore[arg-type]

        jobs = Jobs(ingest, Spool(tmp_path / "spool"))
        name, folder = jobs.begin()
        paths = tuple(folder / path.name for path in sample_files)
        for path, sample in zip(paths, sample_files, strict=True):
            path.write_bytes(sample.read_bytes())
        assert ended(job := jobs.accept(Upload(name, paths)))
        jobs.close()
        assert job.report.state == "cancelled"
        assert [one.symbol for one in assistant.resolutions()] == ["A/RES/72/31"]
        assert all(check.ok for check in assistant.checks())
        assert assistant.search("核裁军").hits
