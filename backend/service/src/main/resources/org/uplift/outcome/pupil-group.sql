-- The group of pupils that a row of grouping sets is about; none where it is about no group that is kept.
case when grouping(sex) = 0 then case sex when 'M' then 'MALE' when 'F' then 'FEMALE' end
     when grouping(disadvantaged) = 0 then case when disadvantaged then 'DISADVANTAGED' when not disadvantaged then 'NOT_DISADVANTAGED' end
     when grouping(sen_provision) = 0 then case sen_provision when 'N' then 'NO_SEN' when 'K' then 'SEN_SUPPORT' when 'E' then 'EHCP' end
     when grouping(eal) = 0 then case when eal then 'EAL' when not eal then 'NOT_EAL' end
     when grouping(prior_attainment) = 0 then case prior_attainment when 'low' then 'PRIOR_LOW' when 'middle' then 'PRIOR_MIDDLE' when 'high' then 'PRIOR_HIGH' end
     when grouping(mobile) = 0 then case when mobile then 'MOBILE' end
     when grouping(looked_after) = 0 then case when looked_after then 'LOOKED_AFTER' end
     else 'ALL' end as pupil_group
