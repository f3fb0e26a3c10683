-- Makes the pupils known who are not yet; of a number that comes more than once, one.
insert into pupil (pseudonym, upn_hash, upn_encrypted)
select distinct on (upn_hash) pseudonym, upn_hash, upn_encrypted
from incoming_pupil i
where not exists (select from pupil_by_upn u where u.upn_hash = i.upn_hash)
order by upn_hash
on conflict (upn_hash) do nothing;
