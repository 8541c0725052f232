package io.github.gmr.section.bean;

import java.util.List;
import java.util.Map;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/**
 * Beans with their names, and what a section says about them.
 */
public final class Named {

	private Named() {
	}

	public static <T> BeansByName<T> beans(Class<T> type, Map<String, ? extends T> beans) {
		DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
		beans.forEach(beanFactory::registerSingleton);
		return new BeansByName<>(beanFactory, type);
	}

	/**
	 * Return workers that start a thread for each task.
	 * @return the workers
	 */
	public static Workers workers() {
		return new Workers((task) -> {
			Thread thread = new Thread(task, "worker");
			thread.setDaemon(true);
			thread.start();
		});
	}

	/**
	 * Return the findings of a section.
	 * @param content what the section says
	 * @return the findings, without their details
	 */
	public static List<Finding> findings(@Nullable Content content) {
		return (content instanceof Fields fields) ? fields.values()
			.values()
			.stream()
			.filter(Finding.class::isInstance)
			.map((finding) -> said((Finding) finding))
			.toList() : List.of();
	}

	/**
	 * Return a finding without its details.
	 * @param finding the finding
	 * @return what it is, its sentence and what to look at next
	 */
	public static Finding said(Finding finding) {
		Finding said = switch (finding.severity()) {
			case INFO -> Content.info("%s", finding.summary());
			case WARNING -> Content.warning("%s", finding.summary());
			case CRITICAL -> Content.critical("%s", finding.summary());
		};
		Finding identified = (finding.id() != null) ? said.id(finding.id()) : said;
		return (finding.next() != null) ? identified.next(finding.next()) : identified;
	}

}
