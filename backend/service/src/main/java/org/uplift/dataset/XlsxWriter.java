package org.uplift.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of one sheet with the names first. Numbers and dates are such; a symbol in place of a number is a text. */
final class XlsxWriter implements RowWriter {
    /** As many as a sheet can have, the names included. */
    static final int MOST = 1_048_576;

    private static final int FLUSHED = 500;
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final Workbook workbook;
    private final Worksheet sheet;
    private final List<Output> outputs;
    private int at;

    XlsxWriter(OutputStream out, List<Output> outputs) {
        workbook = new Workbook(out, "Uplift", "1.0");
        sheet = workbook.newWorksheet("Data");
        this.outputs = outputs;
        for (int field = 0; field < outputs.size(); field++) {
            sheet.value(0, field, outputs.get(field).name());
            if (outputs.get(field).type() == ColumnType.DATE) {
                sheet.style(0, field).format("yyyy-mm-dd").set();
            }
        }
        sheet.freezePane(0, 1);
    }

    @Override
    public void write(Row row) throws IOException {
        at++;
        for (int field = 0; field < outputs.size(); field++) {
            String text = row.text(field);
            if (text != null) {
                write(field, outputs.get(field), text);
            }
        }
        if (at % FLUSHED == 0) {
            sheet.flush();
        }
    }

    private void write(int field, Output output, String text) {
        switch (output.type()) {
            case INTEGER, NUMBER -> {
                if (PLAIN_NUMBER.matcher(text).matches()) {
                    sheet.value(at, field, new BigDecimal(text));
                } else {
                    sheet.value(at, field, text);
                }
            }
            case BOOLEAN -> sheet.value(at, field, text.equals("t"));
            case DATE -> {
                sheet.value(at, field, LocalDate.parse(text));
                sheet.style(at, field).format("yyyy-mm-dd").set();
            }
            case TEXT, ACADEMIC_YEAR -> sheet.value(at, field, text);
        }
    }

    @Override
    public void finish() throws IOException {
        workbook.finish();
    }
}
