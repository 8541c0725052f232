package io.github.gmr.section.process;

import java.util.List;
import java.util.stream.Collectors;

import io.github.gmr.content.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CommandLine}.
 */
class CommandLineTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					java -Xmx1g -Dserver.port=8080 -jar app.jar --a.b[0]=c x    | app.jar --a.b[0]=c x | java -Xmx1g -Dserver.port=* -jar app.jar --a.b[0]=* *
					java -cp lib/* -Dflag com.acme.Shop --debug -Dlate=1 -px -p=x | com.acme.Shop --debug | java -cp lib/* -Dflag com.acme.Shop --debug -Dlate=* * *
					java -m shop/com.acme.Shop --name:x                         | shop/com.acme.Shop --name:x | java -m shop/com.acme.Shop --name*
					java -javaagent:a.jar=k=v -agentlib:jdwp=server=y -D=x -jar a.jar | a.jar       | java -javaagent:a.jar=* -agentlib:jdwp=* -D=* -jar a.jar
					java --add-opens=java.base/java.lang=ALL-UNNAMED -jar a.jar | a.jar              | java --add-opens=java.base/java.lang=ALL-UNNAMED -jar a.jar
					java @options --x=1 y                                       | com.acme.Shop --x=1 y | java @options --x=1 *
					java @options com.acme.Shop --x=1                           | com.acme.Shop --x=1   | java @options com.acme.Shop --x=*
					shop --x=1 -Dy=2 z                                          | -                     | shop --x=1 -Dy=* *
					java -cp a.jar -jar a.jar --x=1                             | a.jar --x=1           | java -cp a.jar * * --x=*
					""")
	void valuesOfSettingsAreToldApart(String command, String started, String shown) {
		List<Text> texts = CommandLine.of(List.of(command.split(" ")), started);
		assertThat(texts.stream().map(Text::text).collect(Collectors.joining(" "))).isEqualTo(command);
		assertThat(texts.stream().map(CommandLineTests::shown).collect(Collectors.joining(" "))).isEqualTo(shown);
	}

	private static String shown(Text text) {
		return text.hasSetting() ? text.text().substring(0, text.settingAt()) + "*" : text.text();
	}

}
