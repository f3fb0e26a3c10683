"""Uses the client that a generator has made from the contract, and says each step that was as it should be."""
import csv
import datetime
import importlib
import io
import json
import os
import pkgutil

import uplift_client
from uplift_client import ApiClient, ApiException, Configuration
from uplift_client.api.data_sets_api import DataSetsApi
from uplift_client.api.schools_api import SchoolsApi
from uplift_client.models.criteria import Criteria
from uplift_client.models.data_set_query import DataSetQuery
from uplift_client.models.download_format import DownloadFormat
from uplift_client.models.labels import Labels
from uplift_client.models.problem import Problem
from uplift_client.models.trust_membership_patch import TrustMembershipPatch

OUTCOMES = "headline-outcomes"
SCHOOL = 900010


def client(token):
    host = os.environ["UPLIFT_API"].removesuffix("/api/v1")
    return ApiClient(Configuration(host=host, access_token=token))


data_sets = DataSetsApi(client(os.environ["UPLIFT_ANALYST_TOKEN"]))
schools = SchoolsApi(client(os.environ["UPLIFT_TRUST_LEADER_TOKEN"]))


def refused(status, call):
    """The problem that a call is answered with."""
    try:
        call()
    except ApiException as answer:
        assert answer.status == status, answer
        assert isinstance(answer.data, Problem), answer
        return answer.data
    raise AssertionError(f"this was to be refused with {status}")


def every_module_is_imported():
    modules = [module.name for module in pkgutil.walk_packages(uplift_client.__path__, "uplift_client.")]
    assert len(modules) > 500, modules
    for name in modules:
        importlib.import_module(name)


def the_sets_are_listed():
    sets = {one.id: one for one in data_sets.data_set_resource_list().results}
    assert sets[OUTCOMES].remembers
    assert "pupil-results" not in sets


def a_question_has_the_values_of_the_file():
    question = DataSetQuery(
        criteria=Criteria(var_and=[
            Criteria(column="measureCode", eq="KS2_RWM_EXP"),
            Criteria(column="schoolUrn", var_in=["900001", "900002"]),
            Criteria(column="value", gte="20"),
        ]),
        indicators=["value"],
        sort=["-value"],
        labels=Labels.CODES,
        page_size=5000,
    )
    asked = [row["value"] for row in data_sets.data_set_resource_query(OUTCOMES, question).results]
    file = data_sets.data_set_resource_download(OUTCOMES, format=DownloadFormat.CSV, query=json.dumps(question.to_dict()))
    assert len(asked) > 10, asked
    assert asked == [row["value"] for row in csv.DictReader(io.StringIO(file.decode()))]


def a_school_is_read():
    school = schools.school_resource_get(900001)
    assert school.name == "Alder Grove Primary School", school
    assert school.context, school


def what_is_not_there_is_a_problem_with_a_type():
    problem = refused(404, lambda: schools.school_resource_get(999999))
    assert problem.type == "urn:uplift:problem:not-found", problem


def a_question_that_cannot_be_understood_says_where():
    question = DataSetQuery(criteria=Criteria(column="colour", eq="green"))
    problem = refused(422, lambda: data_sets.data_set_resource_query(OUTCOMES, question))
    assert problem.errors[0].path == "/criteria/column", problem


def what_was_read_is_changed_and_what_is_stale_is_not():
    read = schools.school_resource_get_with_http_info(SCHOOL)
    tag, joined = read.headers["ETag"], read.data.joined_on
    later = TrustMembershipPatch(joinedOn=joined + datetime.timedelta(days=1))
    back = TrustMembershipPatch(joinedOn=joined)
    changed = schools.school_resource_change_with_http_info(SCHOOL, later, if_match=tag)
    assert changed.data.joined_on == later.joined_on, changed.data
    assert changed.data.status == read.data.status, "what is absent stays"
    assert refused(412, lambda: schools.school_resource_change(SCHOOL, back, if_match=tag)).type.endswith(":stale")
    assert refused(428, lambda: schools.school_resource_change(SCHOOL, back)).status == 428
    schools.school_resource_change(SCHOOL, back, if_match=changed.headers["ETag"])


for step in [
    every_module_is_imported,
    the_sets_are_listed,
    a_question_has_the_values_of_the_file,
    a_school_is_read,
    what_is_not_there_is_a_problem_with_a_type,
    a_question_that_cannot_be_understood_says_where,
    what_was_read_is_changed_and_what_is_stale_is_not,
]:
    step()
    print(step.__name__.replace("_", " ").replace("changed and", "changed, and"))
