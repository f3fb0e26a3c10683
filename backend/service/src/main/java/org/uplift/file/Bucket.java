package org.uplift.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Contents in a bucket of an object store that speaks S3. */
final class Bucket implements FileStore {
    /** Something that asks the object store. */
    private interface Request<T> {
        T send();
    }

    private final S3Client client;
    private final String name;

    Bucket(S3Client client, String name) {
        this.client = client;
        this.name = name;
    }

    @Override
    public void put(UUID id, Path content) throws IOException {
        ask(() -> client.putObject(object -> object.bucket(name).key(id.toString()), content));
    }

    @Override
    public InputStream open(UUID id) throws IOException {
        return ask(() -> client.getObject(object -> object.bucket(name).key(id.toString())));
    }

    @Override
    public void remove(UUID id) throws IOException {
        ask(() -> client.deleteObject(object -> object.bucket(name).key(id.toString())));
    }

    private static <T> T ask(Request<T> request) throws IOException {
        try {
            return request.send();
        } catch (SdkException e) {
            throw new IOException("The object store refused, or did not answer", e);
        }
    }
}
