"""A school corrects a figure, as its management information system does, and it is taken in."""
import json
import os
import urllib.parse
import urllib.request
import uuid

form = {"grant_type": "client_credentials", "client_id": "mis-demo", "client_secret": "mis-demo-secret"}
with urllib.request.urlopen(os.environ["UPLIFT_TOKEN_URL"], urllib.parse.urlencode(form).encode(), timeout=30) as answer:
    token = json.load(answer)["access_token"]
row = {
    "sourceSystem": "mis-demo",
    "schoolUrn": 900001,
    "academicYear": "2025/2026",
    "measureCode": "STAFF_ABSENCE_DAYS",
    "date": "2026-07-20",
    "value": 6.1,
    "cohortSize": 22,
    "sourceUpdatedAt": "2026-11-20T08:00:00Z",
}
request = urllib.request.Request(
    os.environ["UPLIFT_API"] + "/ingest/measure-values",
    json.dumps({"rows": [row]}).encode(),
    {"Authorization": "Bearer " + token, "Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())},
)
with urllib.request.urlopen(request, timeout=60) as answer:
    counts = json.load(answer)["counts"]
if counts["updated"] != 1:
    raise AssertionError(f"the correction was not taken in: {counts}")
