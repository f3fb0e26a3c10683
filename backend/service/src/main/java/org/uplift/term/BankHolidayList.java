package org.uplift.term;

import java.util.List;

record BankHolidayList(List<BankHolidayLine> results) {}
