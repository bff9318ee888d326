/**
 * Terms of patent text, by Lucene's analysers of its language, without stop words and the boilerplate of claims; and the
 * languages themselves.
 */
package org.smssev.common.text;
