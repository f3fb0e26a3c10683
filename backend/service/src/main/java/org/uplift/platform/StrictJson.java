package org.uplift.platform;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** What the contract calls a text, a number or a date is sent as one; nothing is bent until it fits. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        json.setDefaultLeniency(false);
        refuse(json, LogicalType.Textual, CoercionInputShape.Boolean);
        refuse(json, LogicalType.Textual, CoercionInputShape.Integer);
        refuse(json, LogicalType.Textual, CoercionInputShape.Float);
        refuse(json, LogicalType.Boolean, CoercionInputShape.Integer);
        for (LogicalType type : new LogicalType[] {LogicalType.Boolean, LogicalType.Integer, LogicalType.Float}) {
            refuse(json, type, CoercionInputShape.String);
            refuse(json, type, CoercionInputShape.EmptyString);
        }
    }

    private static void refuse(ObjectMapper json, LogicalType type, CoercionInputShape shape) {
        json.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
    }
}
