using DuckDB.NET.Data;

namespace Calcinosis.Rules.Cli.Batch;

/// <summary>Turns the flat rows of a finished run into one Parquet file, in their order and in bounded memory.</summary>
internal static class ParquetFile
{
    /// <summary>The rows while the run goes on: a file that can be continued, which Parquet cannot.</summary>
    public const string RowsSuffix = ".rows";

    public static void Write(string rows, string output)
    {
        // One thread, so that rows keep their order and the same rows give the same bytes.
        using var database = new DuckDBConnection("DataSource=:memory:;memory_limit=192MB;threads=1");
        database.Open();
        using var copy = database.CreateCommand();
        var columns = string.Join(", ", FlatColumns.All.Select(column => $"{column.Name}: '{column.SqlType}'"));
        var next = output + ".new";
        copy.CommandText =
            $"COPY (SELECT * FROM read_json({Quoted(rows)}, format = 'newline_delimited', compression = 'uncompressed', columns = {{{columns}}})) TO {Quoted(next)} (FORMAT parquet, COMPRESSION zstd)";
        copy.ExecuteNonQuery();
        File.Move(next, output, overwrite: true);
    }

    private static string Quoted(string path) => $"'{path.Replace("'", "''", StringComparison.Ordinal)}'";
}
