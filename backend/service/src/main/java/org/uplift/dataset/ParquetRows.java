package org.uplift.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.xerial.snappy.Snappy;

/** A Parquet file, compressed by Snappy. Every column can be null; numbers are doubles, and why there is none stands in the column of its symbol. */
final class ParquetRows implements RowWriter {
    /** What is held in memory until it is written. */
    private static final long ROW_GROUP = 16L << 20;

    private final ParquetWriter<Row> writer;

    ParquetRows(OutputStream out, List<Output> outputs) throws IOException {
        writer = new Builder(new Streamed(out), outputs).build();
    }

    @Override
    public void write(Row row) throws IOException {
        writer.write(row);
    }

    @Override
    public void finish() throws IOException {
        writer.close();
    }

    private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
        private final List<Output> outputs;

        Builder(OutputFile file, List<Output> outputs) {
            super(file);
            this.outputs = outputs;
            withConf(new PlainParquetConfiguration());
            withCodecFactory(new SnappyCodecs());
            withCompressionCodec(CompressionCodecName.SNAPPY);
            withRowGroupSize(ROW_GROUP);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<Row> getWriteSupport(Configuration unused) {
            return new Writing(outputs);
        }

        @Override
        protected WriteSupport<Row> getWriteSupport(ParquetConfiguration unused) {
            return new Writing(outputs);
        }
    }

    private static final class Writing extends WriteSupport<Row> {
        private final MessageType schema;
        private final Output[] outputs;

        @SuppressWarnings("NullAway.Init") // it is given before anything is written
        private RecordConsumer to;

        Writing(List<Output> outputs) {
            this.outputs = outputs.toArray(Output[]::new);
            schema =
                    new MessageType("row", outputs.stream().map(Writing::column).toList());
        }

        private static Type column(Output output) {
            return switch (output.type()) {
                case INTEGER -> Types.optional(PrimitiveTypeName.INT32).named(output.name());
                case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(output.name());
                case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(output.name());
                case DATE -> of(PrimitiveTypeName.INT32, LogicalTypeAnnotation.dateType(), output);
                case TEXT, ACADEMIC_YEAR -> of(PrimitiveTypeName.BINARY, LogicalTypeAnnotation.stringType(), output);
            };
        }

        private static PrimitiveType of(PrimitiveTypeName stored, LogicalTypeAnnotation as, Output output) {
            return Types.optional(stored).as(as).named(output.name());
        }

        @Override
        public WriteContext init(Configuration unused) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration unused) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            to = consumer;
        }

        @Override
        public void write(Row row) {
            to.startMessage();
            for (int field = 0; field < outputs.length; field++) {
                if (!row.isNull(field)) {
                    to.startField(outputs[field].name(), field);
                    write(row, field);
                    to.endField(outputs[field].name(), field);
                }
            }
            to.endMessage();
        }

        private void write(Row row, int field) {
            switch (outputs[field].type()) {
                case INTEGER -> to.addInteger(Integer.parseInt(ascii(row, field)));
                case NUMBER -> to.addDouble(Double.parseDouble(ascii(row, field)));
                case BOOLEAN -> to.addBoolean(row.bytes()[row.start(field)] == 't');
                case DATE ->
                    to.addInteger((int) LocalDate.parse(ascii(row, field)).toEpochDay());
                case TEXT, ACADEMIC_YEAR ->
                    to.addBinary(
                            row.isEscaped()
                                    ? Binary.fromConstantByteArray(row.plain(field))
                                    : Binary.fromReusedByteArray(
                                            row.bytes(), row.start(field), row.end(field) - row.start(field)));
            }
        }

        @SuppressWarnings("deprecation") // the fastest way for what is known to be ASCII
        private static String ascii(Row row, int field) {
            return new String(row.bytes(), 0, row.start(field), row.end(field) - row.start(field));
        }
    }

    /** Compresses without the native libraries and pools that a cluster would bring. */
    private static final class SnappyCodecs implements CompressionCodecFactory {
        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            return new BytesInputCompressor() {
                @Override
                public BytesInput compress(BytesInput bytes) throws IOException {
                    return BytesInput.from(Snappy.compress(bytes.toByteArray()));
                }

                @Override
                public CompressionCodecName getCodecName() {
                    return CompressionCodecName.SNAPPY;
                }

                @Override
                public void release() {
                    // nothing is held
                }
            };
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            throw new UnsupportedOperationException("Files are only written");
        }

        @Override
        public void release() {
            // nothing is held
        }
    }

    /** A file that goes out while it is written. */
    private record Streamed(OutputStream out) implements OutputFile {
        @Override
        public PositionOutputStream create(long blockSize) {
            return new Positioned(out);
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSize) {
            return create(blockSize);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    private static final class Positioned extends PositionOutputStream {
        private final OutputStream out;
        private long position;

        Positioned(OutputStream out) {
            this.out = out;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            position++;
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            out.write(bytes, start, length);
            position += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
