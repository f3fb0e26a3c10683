-- An inspection of an earlier URN is told from the school that it became.
create index school_link_linked on school_link (linked_urn, school_urn) where kind = 'PREDECESSOR';
