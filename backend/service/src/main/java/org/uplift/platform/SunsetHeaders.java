package org.uplift.platform;

import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/** Lets what ends say so with every answer, whatever it answers. */
@Provider
public class SunsetHeaders implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Sunset sunset = resource.getResourceMethod().getAnnotation(Sunset.class);
        if (sunset != null) {
            SunsetDates dates = SunsetDates.of(sunset);
            context.register((ContainerResponseFilter) (request, response) -> {
                response.getHeaders().putSingle(SunsetDates.DEPRECATION, dates.deprecation());
                response.getHeaders().putSingle(SunsetDates.SUNSET, dates.sunset());
            });
        }
    }
}
