package io.github.gmr.autoconfigure;

import io.github.gmr.autoconfigure.part.SwitchedBy;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.sink.FileSink;
import io.github.gmr.view.FindingPages;
import io.github.gmr.view.html.HtmlReportView;
import io.github.gmr.view.json.JsonReportView;
import io.github.gmr.view.text.TextReportView;
import io.github.gmr.view.xml.XmlReportView;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configuration of the formats of reports, and of where they go.
 */
@Configuration(proxyBeanMethods = false)
@SwitchedBy("gmr.enabled")
class OutputConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TextReportView gmrTextReportView() {
		return new TextReportView();
	}

	@Bean
	@ConditionalOnMissingBean
	JsonReportView gmrJsonReportView(GmrProperties properties) {
		return new JsonReportView(new FindingPages(properties.getDocsUrl()));
	}

	@Bean
	@ConditionalOnMissingBean
	HtmlReportView gmrHtmlReportView(GmrProperties properties) {
		return new HtmlReportView(new FindingPages(properties.getDocsUrl()));
	}

	@Bean
	@ConditionalOnMissingBean
	XmlReportView gmrXmlReportView() {
		return new XmlReportView();
	}

	@Bean
	@ConditionalOnMissingBean
	@SwitchedBy(value = "gmr.sink.file.enabled", needs = "gmr.sink.file.directory")
	FileSink fileReportSink(GmrProperties properties) {
		return properties.getSink().getFile().sink();
	}

}
