package io.github.gmr.architecture.wrong.view;

import org.springframework.boot.json.JsonWriter;

/**
 * Right: the JSON of Spring Boot may serve here.
 */
public record Json(JsonWriter<String> writer) {

}
