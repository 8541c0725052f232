package io.github.gmr.actuate;

import java.util.function.BiConsumer;

import io.github.gmr.Publication;
import io.github.gmr.Publication.Delivery;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonWriter;

/**
 * Writes in JSON where a published report went.
 */
final class PublicationJson {

	private static final JsonWriter<Delivery> DELIVERY = JsonWriter
		.of((members) -> members.add().<String, Object>usingPairs(PublicationJson::delivery));

	private static final JsonWriter<Publication> PUBLICATION = JsonWriter
		.of((members) -> members.add().<String, Object>usingPairs(PublicationJson::publication));

	private PublicationJson() {
	}

	static String of(Publication publication) {
		return PUBLICATION.withNewLineAtEnd().writeToString(publication);
	}

	private static void publication(Publication publication, BiConsumer<String, Object> pairs) {
		pairs.accept("sequence", publication.sequence());
		pairs.accept("deliveries", publication.deliveries().stream().map(DELIVERY::write).toList());
	}

	private static void delivery(Delivery delivery, BiConsumer<String, @Nullable Object> pairs) {
		pairs.accept("sink", delivery.sink());
		pairs.accept("location", delivery.location());
		pairs.accept("error", delivery.error());
	}

}
