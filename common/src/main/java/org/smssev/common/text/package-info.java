/**
 * Terms of English and Chinese patent text: letters by a plain scan, Chinese by Lucene's SmartChinese analyser, without
 * stop words and the boilerplate of claims.
 */
package org.smssev.common.text;
