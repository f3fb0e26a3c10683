#!/usr/bin/env python3
"""Pushes a folder of CSV files to Uplift, as a management information system does. Python 3.9 or newer, nothing else.

    UPLIFT_SECRET=mis-demo-secret python3 mis_client.py --client mis-demo FOLDER

FOLDER holds any of pupils.csv, assessment-results.csv and attendance.csv, with the names of the API's fields as columns.
They are sent in that order, because a result of a pupil whom Uplift does not know yet has to wait. `--as csv` sends each
file in one piece and waits for its job. The exit status is 0 when every row was taken, 2 when some were rejected.
"""
import argparse
import csv
import datetime
import hashlib
import http.client
import io
import itertools
import json
import os
import pathlib
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

KINDS = ["pupils", "assessment-results", "attendance"]
NUMBERS = {"schoolUrn", "score", "sessionsPossible", "sessionsAuthorisedAbsence", "sessionsUnauthorisedAbsence"}
FLAGS = {"disadvantaged", "eal", "lookedAfter", "mobile"}
ATTEMPTS = 8


class Refused(Exception):
    """Uplift has said no, and sending the same again would not help."""


class Uplift:
    def __init__(self, api, token_url, client, secret):
        self.api, self.token_url, self.client, self.secret = api, token_url, client, secret
        self.token = None

    def fresh_token(self):
        form = {"grant_type": "client_credentials", "client_id": self.client, "client_secret": self.secret}
        with urllib.request.urlopen(self.token_url, urllib.parse.urlencode(form).encode(), timeout=30) as answer:
            return json.load(answer)["access_token"]

    def send(self, method, path, body=None, headers=()):
        """Sends a request until it is answered; `body` opens what is sent, anew for each attempt.

        A broken connection leaves open whether the request arrived. That does no harm: it is repeated with the same
        Idempotency-Key, and Uplift answers a request that it has dealt with as it did the first time.
        """
        for attempt in range(ATTEMPTS):
            try:
                self.token = self.token or self.fresh_token()
                request = urllib.request.Request(self.api + path, method=method, data=body() if body else None)
                for name, value in {**dict(headers), "Authorization": "Bearer " + self.token}.items():
                    request.add_header(name, value)
                with urllib.request.urlopen(request, timeout=300) as answer:
                    return answer.read()
            except urllib.error.HTTPError as error:
                problem = json.loads(error.read() or "{}") if "json" in error.headers.get("Content-Type", "") else {}
                kind = problem.get("type", "")
                if error.code == 401 and self.token:
                    self.token = None  # it has ended: ask for another one
                elif error.code in (429, 503):
                    wait(float(error.headers.get("Retry-After", 2 ** attempt)), f"answered {error.code}")
                elif error.code == 409 and kind.endswith("still-running"):
                    self.finished(problem["jobId"])  # the first attempt is still at work: wait, then read its answer
                else:
                    raise Refused(f"{method} {path}: {error.code} {json.dumps(problem) if problem else error.reason}")
            except (urllib.error.URLError, http.client.HTTPException, ConnectionError, TimeoutError) as error:
                wait(2 ** attempt, f"no answer ({error})")
        raise Refused(f"{method} {path}: given up after {ATTEMPTS} attempts")

    def finished(self, job):
        """Waits until a job has ended, and gives it."""
        while True:
            state = json.loads(self.send("GET", f"/ingest/jobs/{job}"))
            if state["status"] not in ("queued", "running"):
                return state
            time.sleep(1)

    def push_batch(self, kind, rows, run):
        body = json.dumps({"rows": rows}).encode()
        headers = {"Content-Type": "application/json", "Idempotency-Key": key(run, kind, io.BytesIO(body))}
        return json.loads(self.send("POST", f"/ingest/{kind}", lambda: body, headers))

    def push_file(self, kind, file, run):
        with file.open("rb") as content:
            headers = {"Content-Type": "text/csv", "Idempotency-Key": key(run, kind, content),
                       "Content-Length": str(file.stat().st_size)}
        started = json.loads(self.send("POST", f"/ingest/{kind}", lambda: file.open("rb"), headers))
        return self.finished(started["jobId"])

    def errors(self, job):
        """Every row of a job that was not taken, as the lines of a CSV file."""
        return list(csv.DictReader(io.StringIO(self.send("GET", f"/ingest/jobs/{job}/errors.csv").decode("utf-8-sig"))))


def key(run, kind, content):
    """A key that follows from what is sent: a run that broke off can be started again, and nothing is done twice."""
    digest = hashlib.sha256(f"{run} {kind} ".encode())
    for block in iter(lambda: content.read(1 << 20), b""):
        digest.update(block)
    return digest.hexdigest()


def wait(seconds, why):
    print(f"  {why}; next attempt in {seconds:g} s", file=sys.stderr)
    time.sleep(seconds)


def row(cells):
    """A row of the file as JSON: what is empty is left out, numbers and yes or no have their own types."""
    return {name: float(value) if name == "score" else int(value) if name in NUMBERS
            else value == "true" if name in FLAGS else value
            for name, value in cells.items() if value}


def push_in_batches(uplift, kind, file, run, size):
    totals, first = {}, 0
    with file.open(newline="", encoding="utf-8-sig") as content:
        cells = csv.DictReader(content)
        while batch := [row(one) for one in itertools.islice(cells, size)]:
            answer = uplift.push_batch(kind, batch, run)
            for name, count in answer["counts"].items():
                totals[name] = totals.get(name, 0) + count
            for one in answer["rows"]:
                for error in one.get("errors", []):
                    tell(file, first + one["row"], one["outcome"], error)
            first += len(batch)
    return totals


def push_whole(uplift, kind, file, run):
    job = uplift.push_file(kind, file, run)
    if job["status"] != "completed":
        raise Refused(f"{file.name}: job {job['jobId']} has {job['status']}: {job.get('failure', '')}")
    for error in uplift.errors(job["jobId"]):
        tell(file, int(error["row"]), error["outcome"].lower(), error)
    return job["counts"]


def tell(file, row_number, outcome, error):
    """Rows count from 0 and the file has a line of names first: row 0 is line 2."""
    print(f"{file.name} line {row_number + 2} {outcome}: {error['code']} at {error['path']}: {error['message']}")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--api", default="http://localhost:8081/api/v1")
    options.add_argument("--token-url", default="http://localhost:8180/realms/uplift/protocol/openid-connect/token")
    options.add_argument("--client", required=True, help="its secret is read from UPLIFT_SECRET")
    options.add_argument("--as", dest="form", choices=["json", "csv"], default="json")
    options.add_argument("--batch", type=int, default=1000, help="rows of a JSON request, 5000 at most")
    options.add_argument("--run", default=datetime.date.today().isoformat(),
                         help="name of this run: within one, the same rows get the same answer again")
    wanted = options.parse_args()
    uplift = Uplift(wanted.api, wanted.token_url, wanted.client, os.environ["UPLIFT_SECRET"])
    not_taken = 0
    try:
        uplift.send("GET", "/me")  # makes the client known, so that an administrator can register it for schools
        for kind in KINDS:
            file = wanted.folder / f"{kind}.csv"
            if file.exists():
                counts = (push_in_batches(uplift, kind, file, wanted.run, wanted.batch) if wanted.form == "json"
                          else push_whole(uplift, kind, file, wanted.run))
                print(f"{file.name}: " + ", ".join(f"{count} {name}" for name, count in counts.items()))
                not_taken += counts["rejected"]
    except Refused as refusal:
        sys.exit(str(refusal))
    sys.exit(2 if not_taken else 0)


if __name__ == "__main__":
    main()
