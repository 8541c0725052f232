package io.github.gmr.view.json;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.gmr.content.Threads;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.view.SharedStacks;
import io.github.gmr.view.ThreadKeys;
import io.github.gmr.view.Visible;
import io.github.gmr.view.Word;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.WritableJson;

/**
 * Turns threads into JSON: a list of threads, each with the indexes of its group and its
 * stack; the groups; and every stack once.
 */
final class JsonThreads {

	private final Threads threads;

	private final SharedStacks stacks;

	JsonThreads(Threads threads) {
		this.threads = threads;
		this.stacks = new SharedStacks(threads.groups());
	}

	WritableJson json() {
		return JsonContent.object((pairs) -> {
			pairs.accept("kind", Word.of(this.threads.kind()));
			pairs.accept("vm", Visible.of(this.threads.vm()));
			pairs.accept("summary", JsonContent.of(this.threads.summary()));
			pairs.accept("threads", eachGroup(this::threads));
			pairs.accept("groups", eachGroup((index) -> Stream.of(group(index))));
			pairs.accept("stacks", stacks());
			pairs.accept("omitted", this.threads.omitted());
		});
	}

	private Iterable<WritableJson> eachGroup(IntFunction<Stream<WritableJson>> json) {
		return () -> IntStream.range(0, this.threads.groups().size()).mapToObj(json).flatMap((each) -> each).iterator();
	}

	private Stream<WritableJson> threads(int group) {
		StackGroup of = this.threads.groups().get(group);
		return of.threads().stream().map((thread) -> JsonContent.object((pairs) -> {
			pairs.accept("id", thread.id());
			pairs.accept("name", Visible.of(thread.name()));
			pairs.accept("state", of.state());
			pairs.accept("group", group);
			pairs.accept("stack", this.stacks.ofGroup(group));
			ThreadKeys.each(thread.facts(), (key, value) -> pairs.accept(key, visible(value)));
			pairs.accept("locks", JsonContent.each(thread.locks(), JsonThreads::lock));
		}));
	}

	private WritableJson group(int index) {
		StackGroup group = this.threads.groups().get(index);
		return JsonContent.object((pairs) -> {
			pairs.accept("state", group.state());
			pairs.accept("size", group.size());
			pairs.accept("stack", this.stacks.ofGroup(index));
			pairs.accept("deeper", group.deeper());
		});
	}

	private Iterable<@Nullable Object> stacks() {
		return () -> StreamSupport.stream(this.stacks.stacks().spliterator(), false)
			.<@Nullable Object>map((frames) -> JsonContent.each(frames, Visible::of))
			.iterator();
	}

	private static WritableJson lock(ThreadLock lock) {
		return JsonContent.object((pairs) -> ThreadKeys.each(lock, (key, value) -> pairs.accept(key, visible(value))));
	}

	private static @Nullable Object visible(@Nullable Object value) {
		return (value instanceof String text) ? Visible.of(text) : value;
	}

}
