/** What several stages share: configuration, tables, run records, IPC, text and statistics. No stage logic. */
package org.smssev.common;
