package io.github.gmr.section.bean;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.worker.Outcome;
import io.github.gmr.worker.Workers;
import io.github.gmr.worker.Workers.Question;

/**
 * What many things of the application have answered, such as pools or meters. Each is
 * asked alone, so that one that fails or hangs costs no more than its own line, and
 * together they take no longer than the section that asks.
 *
 * @param <R> the type of the answers
 */
public final class Readings<R> {

	private static final Check SILENT = new Check("no-answer");

	/**
	 * How many failures are shown with their stacks: where many fail, they do so in the
	 * same way.
	 */
	private static final int MAX_STACKS = 5;

	private static final int MAX_NAMES = 3;

	private final List<Reading<R>> all;

	private Readings(List<Reading<R>> all) {
		this.all = all;
	}

	/**
	 * Ask each of many things for what it has in memory. The first one that hangs is
	 * waited for a third of the time that the section has left.
	 * @param <S> the type of the things
	 * @param <R> the type of the answers
	 * @param workers ask them
	 * @param things the things
	 * @param name returns the name of a thing, asking no code of the application
	 * @param subject returns what stands for a thing, the same in each report: as long as
	 * it hangs, it is not asked again
	 * @param question what to ask each
	 * @return the answers, in the same order
	 */
	public static <S, R> Readings<R> of(Workers workers, Collection<S> things, Function<? super S, String> name,
			Function<? super S, ?> subject, Question<? super S, ? extends R> question) {
		return of(workers, things, name, subject, question, workers.time());
	}

	/**
	 * Ask each of many things that may have to read a file or to work for their answer.
	 * The first one that hangs is waited for two thirds of the time that the section has
	 * left.
	 * @param <S> the type of the things
	 * @param <R> the type of the answers
	 * @param workers ask them
	 * @param things the things
	 * @param name returns the name of a thing, asking no code of the application
	 * @param subject returns what stands for a thing, the same in each report
	 * @param question what to ask each
	 * @return the answers, in the same order
	 */
	public static <S, R> Readings<R> ofSlow(Workers workers, Collection<S> things, Function<? super S, String> name,
			Function<? super S, ?> subject, Question<? super S, ? extends R> question) {
		return of(workers, things, name, subject, question, workers.time().multipliedBy(2));
	}

	private static <S, R> Readings<R> of(Workers workers, Collection<S> things, Function<? super S, String> name,
			Function<? super S, ?> subject, Question<? super S, ? extends R> question, Duration limit) {
		List<S> asked = List.copyOf(things);
		List<Outcome<R>> outcomes = workers.attemptEach(asked, subject, question, limit);
		List<Reading<R>> readings = new ArrayList<>(asked.size());
		for (int i = 0; i < asked.size(); i++) {
			readings.add(new Reading<>(name.apply(asked.get(i)), outcomes.get(i)));
		}
		return new Readings<>(readings);
	}

	/**
	 * Return all readings.
	 * @return the readings, in the order of the things
	 */
	public List<Reading<R>> all() {
		return this.all;
	}

	/**
	 * Return the answers that there are.
	 * @return the answers, in the order of the things
	 */
	public List<R> answers() {
		return this.all.stream().map(Reading::answer).filter(Objects::nonNull).<R>map((answer) -> answer).toList();
	}

	/**
	 * Return whether there is nothing to show.
	 * @return whether each thing has answered that there is nothing
	 */
	public boolean isEmpty() {
		return this.all.stream().allMatch((reading) -> reading.answer() == null && reading.silence() == null);
	}

	/**
	 * Add a line for each thing that fails or hangs, one for those that were not asked,
	 * and a finding if some hang.
	 * @param fields are added to
	 * @param things what the things are, in the plural
	 * @param title the title of the section that shows them
	 */
	public void addSilent(FieldsBuilder fields, String things, String title) {
		addFinding(fields, things, title);
		int stacks = 0;
		for (Reading<R> reading : this.all) {
			Failure silence = reading.silence();
			if (silence != null && !reading.isNotAsked()) {
				fields.add(reading.name(), (stacks++ < MAX_STACKS) ? silence : withoutStack(silence));
			}
		}
		List<Reading<R>> left = this.all.stream().filter(Reading::isNotAsked).toList();
		if (!left.isEmpty()) {
			fields.add("not asked",
					"%d of %d %s: %s".formatted(left.size(), this.all.size(), things, left.get(0).outcome().reason()));
		}
	}

	/**
	 * Add a finding if some things hang.
	 * @param fields are added to
	 * @param things what the things are, in the plural
	 * @param title the title of the section that shows them
	 */
	public void addFinding(FieldsBuilder fields, String things, String title) {
		List<Reading<R>> hanging = this.all.stream().filter(Reading::isHanging).toList();
		fields.add(SILENT.of(hanging.isEmpty() ? null : finding(hanging, things).next(title)));
	}

	private Finding finding(List<Reading<R>> hanging, String things) {
		return Content
			.warning("No answer from %s (%d of %d %s): %s", names(hanging), hanging.size(), this.all.size(), things,
					Objects.requireNonNull(hanging.get(0).silence()).message())
			.subject(things)
			.evidence("silent", hanging.size())
			.evidence("asked", this.all.size());
	}

	private String names(List<Reading<R>> readings) {
		Stream<String> names = readings.stream().limit(MAX_NAMES).map(Reading::name);
		String more = (readings.size() > MAX_NAMES) ? " and %d more".formatted(readings.size() - MAX_NAMES) : "";
		return names.collect(Collectors.joining(", ")) + more;
	}

	private static Failure withoutStack(Failure failure) {
		return new Failure(failure.error(), failure.message(), List.of(), null);
	}

}
