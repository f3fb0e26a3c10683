package org.uplift.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Chooses where contents of files are: in a bucket when one is named, else in a folder. */
@ApplicationScoped
class FileStores {
    @Produces
    @Singleton
    FileStore store(
            @ConfigProperty(name = "uplift.files.folder") Path folder,
            @ConfigProperty(name = "uplift.files.bucket") Optional<String> bucket,
            @ConfigProperty(name = "uplift.files.endpoint") Optional<URI> endpoint,
            @ConfigProperty(name = "uplift.files.region") String region,
            @ConfigProperty(name = "uplift.files.key-id") Optional<String> keyId,
            @ConfigProperty(name = "uplift.files.key") Optional<String> key) {
        if (bucket.isEmpty()) {
            return new Folder(folder);
        }
        S3ClientBuilder client = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.of(region))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                .credentialsProvider(credentials(keyId, key));
        endpoint.ifPresent(at -> client.endpointOverride(at).forcePathStyle(true));
        return new Bucket(client.build(), bucket.get());
    }

    private static AwsCredentialsProvider credentials(Optional<String> keyId, Optional<String> key) {
        return keyId.isPresent() && key.isPresent()
                ? StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId.get(), key.get()))
                : DefaultCredentialsProvider.builder().build();
    }
}
