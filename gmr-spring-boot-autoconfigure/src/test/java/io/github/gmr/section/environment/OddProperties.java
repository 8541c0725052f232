package io.github.gmr.section.environment;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.RandomValuePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Some hundred keys and values that are odd in one way or another, spread over property
 * sources as an application has them. One source wins where it can, but has no list.
 */
final class OddProperties {

	/**
	 * What is in the place of {@code *} is another text for each combination with others.
	 */
	private static final List<String> NAMES = List.of("*.foo-bar", "*.fooBar", "*.foo_bar", "*.foobar", "*.FooBar",
			"*.my-list[0]", "*.my-list[1].some-key", "*.myList[0]", "*.list.0", "*.map[Key.One]", "*.map[a-b]",
			"*.x--y", "*.trailing-", "*.1.2", "*..dots", "*.colon:in:name", "*.blank in name", "*.\u00fcml\u00e4ut",
			"*-dashed.root-name", "*Camel.rootName", "*");

	private static final Map<String, String> TARGETS = Map.ofEntries(Map.entry("x", "ex"), Map.entry("y", "${x}"),
			Map.entry("empty", ""), Map.entry("blank", "  "), Map.entry("foo-bar", "kebab"),
			Map.entry("fooBar", "camel"), Map.entry("no:colon", "colon"), Map.entry("gsm://one", "secret one"),
			Map.entry("name-of-x", "x"), Map.entry("with-default", "${nobody:fallback}"),
			Map.entry("escaped", "\\${x}"), Map.entry("twice", "${x}${x}"), Map.entry("deep.a", "${deep.b}-a"),
			Map.entry("deep.b", "${deep.c}-b"), Map.entry("deep.c", "c"), Map.entry("circle.a", "${circle.b}"),
			Map.entry("circle.b", "${circle.a}"), Map.entry("self", "${self}"),
			Map.entry("self-default", "${self-default:z}"), Map.entry("list[0]", "first"),
			Map.entry("list[1]", "${list[0]}, second"), Map.entry("dollar", "$"), Map.entry("brace", "}"),
			Map.entry("backslash", "\\"), Map.entry("key.x", "by key"));

	private static final List<String> VALUES = List.of("${x}", "${y}", "a${x}b", "${x}${y}", "${twice}", "${empty}",
			"[${empty}]", "[${blank}]", "${ x}", "${x }", "\\${x}", "DOMAIN\\${x}", "\\\\${x}", "a\\${x}b${x}",
			"${x}\\${x}", "${escaped}", "[${escaped}]", "${nobody}", "a${nobody}b", "${x}${nobody}", "${nobody:}",
			"${nobody:d}", "${nobody:${x}}", "${nobody:a${x}b}", "${nobody:${nothing:${y}}}", "${nobody:${nothing}}",
			"${x:d}", "${x:${nobody}}", "${no:colon}", "${no\\:colon}", "${no\\:colon:default}",
			"${not\\:there:default}", "${not\\:there}", "${gsm://one}", "${gsm://two}", "${gsm\\://one}",
			"${gsm\\://two:d}", "${nobody:http://host:80/}", "${nobody:a:b}", "${nobody:a\\:b}", "${${name-of-x}}",
			"${key.${name-of-x}}", "${key.${nobody:x}}", "${${nobody:x}:d}", "${key.${nothing}:d}", "${fooBar}",
			"${foo-bar}", "${foobar}", "${foo_bar}", "${FOO_BAR}", "${FOOBAR}", "${VARIABLE}", "${variable}",
			"${MY_LIST_0_}", "${my.list[0]}", "${MY_LIST_1}", "${my.list[1]}", "${list[0]}", "${list[1]}", "${deep.a}",
			"${circle.a}", "${circle.a:d}", "${self}", "${with-default}", "${open", "${open${x}", "open}", "$x", "$",
			"${}", "${:}", "${:d}", "{x}", "#{x}", "${x", "$${x}", "$\\{x}", "${x\\}", "{${x}}", "${nobody:{a}}",
			"${nobody:{${x}}}", "${nobody:${x}", "${dollar}{x}", "${backslash}${x}", "${x}${brace}", "${unlisted.only}",
			"${unlisted.placeholder}", "${random.uuid}", "${x}-${random.int}", "${nobody:${random.int[1,9]}}",
			"${PATH}", "${java.home}", "${user.home}/${x}", "\t${x}\n", "${x}\u00e9${y}");

	private final Map<String, Object> commandLine = new LinkedHashMap<>();

	private final Map<String, Object> unlisted = new LinkedHashMap<>();

	private final Map<String, Object> systemProperties = new LinkedHashMap<>();

	private final Map<String, Object> variables = new LinkedHashMap<>();

	private final Map<String, Object> profile = new LinkedHashMap<>();

	private final Map<String, Object> file = new LinkedHashMap<>();

	private final Map<String, Object> defaults = new LinkedHashMap<>();

	OddProperties() {
		addVariables();
		this.unlisted.put("unlisted.only", "from nowhere");
		this.unlisted.put("unlisted.placeholder", "nowhere ${x}");
		this.systemProperties.put("java.home", "/opt/java");
		this.systemProperties.put("user.home", "/home/${VARIABLE}");
		this.file.putAll(TARGETS);
		for (int i = 0; i < VALUES.size(); i++) {
			this.file.put("values.v" + i, VALUES.get(i));
		}
		for (int i = 0; i < NAMES.size(); i++) {
			addNames(NAMES.get(i), i);
		}
		addTypes();
	}

	private void addVariables() {
		this.variables.put("PATH", "/bin");
		this.variables.put("VARIABLE", "upper");
		this.variables.put("MY_LIST_0_", "zero");
		this.variables.put("MY_LIST_1", "one ${x}");
		this.variables.put("SPRING_LIST_0_", "zero of Spring");
		this.variables.put("SPRING_LIST_2_NAME", "two of Spring");
		this.variables.put("SPRING__DOUBLE", "two");
		this.variables.put("SPRING_TRAILING_", "t");
		this.variables.put("server_lower_case", "lower");
		this.variables.put("Server_Mixed", "mixed");
		this.variables.put("BASH_FUNC_x%%", "() { echo; }");
		this.variables.put("_", "underscore");
	}

	/**
	 * Add a name to one source or to several.
	 */
	private void addNames(String name, int i) {
		this.file.put(name.replace("*", "file" + i), "file");
		addTo(name.replace("*", "two" + i), this.profile, this.file);
		addTo(name.replace("*", "sys" + i), this.systemProperties, this.file);
		addTo(name.replace("*", "cmd" + i), this.commandLine, this.profile, this.defaults);
		addTo(name.replace("*", "hid" + i), this.unlisted, this.file);
		this.defaults.put(name.replace("*", "var" + i), "default");
		this.variables.put(
				name.replace("*", "var" + i).replaceAll("[-\\]]", "").replaceAll("[.\\[]", "_").toUpperCase(),
				"variable");
		this.defaults.put(name.replace("*", "old" + i), "default");
		this.variables.put(name.replace("*", "old" + i).replaceAll("[-.\\[]", "_").replace("]", "").toUpperCase(),
				"variable ${x}");
		this.profile.put(("spell" + i + ".foo-bar"), "profile");
		this.file.put("spell" + i + name.replace("*", "").replaceAll("[^A-Za-z_.-]", "") + ".fooBar", "file");
		this.file.put("spell" + i + ".fooBar", "file");
	}

	@SafeVarargs
	private static void addTo(String name, Map<String, Object>... sources) {
		for (int i = 0; i < sources.length; i++) {
			sources[i].put(name, "number " + i + ((i == 0) ? " ${x}" : ""));
		}
	}

	private void addTypes() {
		this.defaults.put("type.number", 42);
		this.defaults.put("type.flag", true);
		this.defaults.put("type.class", OddProperties.class);
		this.defaults.put("type.list", List.of("a", "b"));
		this.defaults.put("type.map", Map.of("key", "${x}"));
		this.defaults.put("type.chars", "abc".toCharArray());
		this.defaults.put("type.builder", new StringBuilder("${x}"));
	}

	/**
	 * Return an environment that has all the properties.
	 * @return the environment, as Spring Boot sets it up
	 */
	ConfigurableEnvironment environment() {
		StandardEnvironment environment = new StandardEnvironment();
		MutablePropertySources sources = environment.getPropertySources();
		sources.replace("systemProperties", new MapPropertySource("systemProperties", this.systemProperties));
		sources.replace("systemEnvironment", new SystemEnvironmentPropertySource("systemEnvironment", this.variables));
		sources.addFirst(new UnlistedPropertySource(this.unlisted));
		sources.addFirst(new MapPropertySource("commandLineArgs", this.commandLine));
		sources.addLast(new RandomValuePropertySource());
		sources.addLast(new OriginTrackedMapPropertySource("application-prod.yml", this.profile, true));
		sources.addLast(new OriginTrackedMapPropertySource("application.yml", this.file, true));
		sources.addLast(new MapPropertySource("defaultProperties", this.defaults));
		ConfigurationPropertySources.attach(environment);
		return environment;
	}

	/**
	 * Return all keys that sources list.
	 * @return the keys
	 */
	Set<String> keys() {
		Set<String> keys = new LinkedHashSet<>(this.variables.keySet());
		List.of(this.commandLine, this.systemProperties, this.profile, this.file, this.defaults)
			.forEach((source) -> keys.addAll(source.keySet()));
		return keys;
	}

	/**
	 * Has values, but no list of them.
	 */
	private static final class UnlistedPropertySource extends PropertySource<Map<String, Object>> {

		private UnlistedPropertySource(Map<String, Object> values) {
			super("jndi", values);
		}

		@Override
		public @Nullable Object getProperty(String name) {
			return getSource().get(name);
		}

	}

}
