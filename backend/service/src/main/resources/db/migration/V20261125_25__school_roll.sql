create index school_roll on school (number_on_roll desc nulls last, urn);
