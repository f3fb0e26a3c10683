-- All pupils and every breakdown of them, in one pass.
grouping sets ((), (sex), (disadvantaged), (sen_provision), (eal), (prior_attainment), (mobile), (looked_after))
