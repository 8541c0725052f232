package io.github.gmr.section.application;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;

import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.text.Attempt;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.SectionTraits;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.core.SpringVersion;

/**
 * Shows what runs: the application and what it was built from, the framework and the VM.
 *
 * <pre>
 * product = orders
 * vendor = com.acme
 * version = 1.4.2
 * built = 2026-11-20T16:20:00Z
 * commit = 5f3a9c1d0b7e4a2f8c6d1e9b3a7f5c2d4e8b6a01
 * branch = main
 * spring boot = 4.1.2
 * spring framework = 7.0.9
 * java = 25.0.3 (Eclipse Adoptium)
 * vm = OpenJDK 64-Bit Server VM 25.0.3+9-LTS
 * </pre>
 *
 * A line about the build is left out if it is not known; {@code product}, {@code vendor}
 * and {@code version} say {@code unknown} then.
 */
public final class PackageSection implements BuiltInSection {

	private static final String UNKNOWN = "unknown";

	private final @Nullable BuildProperties build;

	private final @Nullable GitProperties git;

	private final @Nullable Package mainPackage;

	private final @Nullable String applicationName;

	/**
	 * Create the section of an application.
	 * @param build what the build says, preferred to all else
	 * @param git what the version control says
	 * @param mainClass the main class, whose archive may have a manifest that says more
	 * @param applicationName the name of the application, for a product without a name
	 */
	public PackageSection(@Nullable BuildProperties build, @Nullable GitProperties git, @Nullable Class<?> mainClass,
			@Nullable String applicationName) {
		this.build = build;
		this.git = git;
		this.mainPackage = (mainClass != null) ? mainClass.getPackage() : null;
		this.applicationName = applicationName;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(100);
	}

	@Override
	public Content content() {
		return Content.fields((fields) -> {
			addProduct(fields);
			addOrigin(fields);
			addFrameworks(fields);
			addJava(fields);
		});
	}

	private void addProduct(FieldsBuilder fields) {
		fields.attempt("product", () -> first(build(BuildProperties::getName), build(BuildProperties::getArtifact),
				manifest(Package::getImplementationTitle), this.applicationName, UNKNOWN));
		fields.attempt("vendor",
				() -> first(manifest(Package::getImplementationVendor), build(BuildProperties::getGroup), UNKNOWN));
		fields.attempt("version",
				() -> first(build(BuildProperties::getVersion), manifest(Package::getImplementationVersion), UNKNOWN));
	}

	private void addOrigin(FieldsBuilder fields) {
		addIfKnown(fields, "built", () -> build(BuildProperties::getTime));
		addIfKnown(fields, "commit",
				() -> first(git(GitProperties::getCommitId), git(GitProperties::getShortCommitId)));
		addIfKnown(fields, "branch", () -> git(GitProperties::getBranch));
	}

	private static void addFrameworks(FieldsBuilder fields) {
		fields.add("spring boot", SpringBootVersion.getVersion());
		fields.add("spring framework", first(SpringVersion.getVersion(), UNKNOWN));
	}

	private static void addJava(FieldsBuilder fields) {
		fields.add("java", property("java.version") + " (" + property("java.vendor") + ")");
		fields.add("vm", property("java.vm.name") + " " + property("java.vm.version"));
	}

	private static void addIfKnown(FieldsBuilder fields, String name, Callable<@Nullable Object> fact) {
		Object known = Attempt.<@Nullable Object>ask(fact, (ex) -> ex);
		if (known != null) {
			fields.add(name, known);
		}
	}

	private <T> @Nullable T build(Function<BuildProperties, @Nullable T> fact) {
		return (this.build != null) ? fact.apply(this.build) : null;
	}

	private @Nullable String git(Function<GitProperties, @Nullable String> fact) {
		return (this.git != null) ? fact.apply(this.git) : null;
	}

	private @Nullable String manifest(Function<Package, @Nullable String> fact) {
		return (this.mainPackage != null) ? fact.apply(this.mainPackage) : null;
	}

	private static String property(String name) {
		return System.getProperty(name, UNKNOWN);
	}

	private static @Nullable String first(@Nullable String... facts) {
		return Arrays.stream(facts).filter(Objects::nonNull).filter((fact) -> !fact.isBlank()).findFirst().orElse(null);
	}

}
