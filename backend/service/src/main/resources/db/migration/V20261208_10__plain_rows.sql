-- Of most rows of a request that is answered row by row there is nothing to say but what became of them: a letter each.
alter table ingest_job add plain_rows text not null default '';
