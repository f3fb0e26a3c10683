-- A school with its links and its years, each as the short text of a row: JSON would cost as much as the school itself, to write and to
-- read. Who may see the school may see these. The view reads them as their owner and guards all three at once, by what the policies of
-- each say: three guarded tables in one statement set up three times as much.
create view school_detail with (security_barrier) as
select s.*,
       array(select cast(row (l.linked_urn, l.kind, l.since) as text)
             from school_link l
             where l.school_urn = s.urn) as links,
       array(select cast(row (c.academic_year, c.number_on_roll, c.free_meals_percent, c.disadvantaged_percent,
                              c.sen_support_percent, c.ehcp_percent, c.eal_percent) as text)
             from school_context c
             where c.school_urn = s.urn) as context
from school s
where (select scope_trust() or scope_register()) or s.urn = any ((select scope_schools())::int[]);
grant select on school_detail to ${app_role};
