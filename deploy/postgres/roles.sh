#!/bin/bash
# Runs once, when the database is made: the roles and databases of Uplift and of Keycloak.
set -euo pipefail

psql --username postgres --set ON_ERROR_STOP=1 \
  --set owner="$UPLIFT_DB_OWNER_PASSWORD" --set app="$UPLIFT_DB_PASSWORD" --set keycloak="$KEYCLOAK_DB_PASSWORD" <<'SQL'
create role uplift_owner login password :'owner';
create role uplift_app login nosuperuser nobypassrls password :'app';
create database uplift owner uplift_owner;
revoke all on database uplift from public;
grant connect, temporary on database uplift to uplift_app;
create role keycloak login password :'keycloak';
create database keycloak owner keycloak;
revoke all on database keycloak from public;
SQL
