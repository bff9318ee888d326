/** Reading of small tables that people make: workbooks and delimited text. */
package org.smssev.common.io;
