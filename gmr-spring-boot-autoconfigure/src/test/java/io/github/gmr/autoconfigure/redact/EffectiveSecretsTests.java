package io.github.gmr.autoconfigure.redact;

import java.util.Map;

import io.github.gmr.redact.Redaction;
import io.github.gmr.section.environment.EnvironmentProperties;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the secrets which the application gets are masked, wherever they stand.
 */
class EffectiveSecretsTests {

	private final StandardEnvironment environment = new StandardEnvironment();

	@Test
	void maskWhenPasswordIsAnEscapedPlaceholderMasksWhatItBecomes() {
		add(Map.of("app.password", "\\${Kx7qPz2w}", "db.url", "amqp://shop:\\${Ab3dEf9h}@host", "x",
				"\\${plain.text}"));
		assertThat(mask("no login with ${Kx7qPz2w} and ${Ab3dEf9h} but ${plain.text}"))
			.isEqualTo("no login with ****** and ****** but ${plain.text}");
	}

	@Test
	void maskWhenPasswordIsPutTogetherMasksTheWhole() {
		add(Map.of("app.password", "${first}-${no\\:colon:Zz8yXx7w}", "first", "Kx7qPz2w"));
		assertThat(mask("no login with Kx7qPz2w-Zz8yXx7w")).isEqualTo("no login with ******");
	}

	@Test
	void maskWhenSourceWithoutListWinsMasksItsSecret() {
		this.environment.getPropertySources().addFirst(new PropertySource<>("jndi", new Object()) {

			@Override
			public @Nullable Object getProperty(String name) {
				return name.equals("app.password") ? "${first}Zz8yXx7w" : null;
			}

		});
		add(Map.of("app.password", "unused-Qq1wEe2r", "first", "Kx7qPz2w"));
		assertThat(mask("Kx7qPz2wZz8yXx7w or unused-Qq1wEe2r")).isEqualTo("****** or ******");
	}

	@Test
	void maskWhenPlaceholderOfPasswordIsNotResolvedShowsIt() {
		add(Map.of("app.password", "${DB_PASSWORD_OF_SHOP}"));
		assertThat(mask("there is no ${DB_PASSWORD_OF_SHOP}")).isEqualTo("there is no ${DB_PASSWORD_OF_SHOP}");
	}

	private void add(Map<String, Object> properties) {
		this.environment.getPropertySources().addLast(new MapPropertySource("file", properties));
	}

	private String mask(String line) {
		EnvironmentProperties properties = new EnvironmentProperties(this.environment, new Workers(Runnable::run));
		Redaction redaction = Redaction.builder()
			.secrets((scope, visitor) -> properties.visit(scope, visitor::visit))
			.build();
		redaction.refresh(new ReportScope());
		return redaction.mask(line);
	}

}
