/** The tables of the warehouse, one holder class per stage, one record per table. */
package org.smssev.common.tables;
