using System.IO.Compression;
using System.Text;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using DuckDB.NET.Data;

namespace Calcinosis.Rules.Cli.Batch;

/// <summary>
/// A FHIR Bulk Data export: files of one resource type each. The resources of a patient lie scattered over all of them;
/// an embedded database on disk brings them together in bounded memory. Patients come in the order of the Patient
/// resources; patients without one come after them, in the order in which they are first mentioned.
/// </summary>
internal sealed class BulkFolderSource(string folder, BatchAssessor assessor) : IRecordSource
{
    private const string MemoryLimit = "192MB";
    private const long AfterAllPatients = 1L << 50;

    /// <summary>The files of an export in a fixed order: the same folder gives the same numbers to the same lines.</summary>
    public static IReadOnlyList<string> FilesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder)
            .Where(file => file.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".ndjson.gz", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)];

    public IEnumerable<IRecord> Records()
    {
        var scratch = Directory.CreateTempSubdirectory("calcinosis-batch-");
        try
        {
            using var database = Open(scratch.FullName);
            foreach (var broken in Load(database))
                yield return broken;
            foreach (var record in ByPatient(database))
                yield return record;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static DuckDBConnection Open(string scratch)
    {
        var database = new DuckDBConnection($"DataSource={Path.Combine(scratch, "resources.db")};memory_limit={MemoryLimit};threads=2;temp_directory={Path.Combine(scratch, "spill")}");
        database.Open();
        Execute(database, "CREATE TABLE resources (patient VARCHAR, number BIGINT, is_patient BOOLEAN, json BLOB)");
        Execute(database, "CREATE TABLE shared (reference VARCHAR, number BIGINT, json BLOB)");
        Execute(database, "CREATE TABLE links (patient VARCHAR, reference VARCHAR)");
        return database;
    }

    /// <summary>Fills the database; lines that are no resource come back as error lines at once.</summary>
    private List<IRecord> Load(DuckDBConnection database)
    {
        var broken = new List<IRecord>();
        var number = 0L;
        using var resources = database.CreateAppender("resources");
        using var shared = database.CreateAppender("shared");
        using var links = database.CreateAppender("links");
        foreach (var path in FilesIn(folder))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
            using Stream input = OutputFile.IsGzip(path) ? new GZipStream(file, CompressionMode.Decompress) : file;
            var reader = new RecordReader(input, Input.DocumentReader.LargestDocument);
            while (reader.TryRead(out var line))
            {
                number++;
                if (line.TooLong || ResourceKey.Of(line.Utf8.Span) is not { } key)
                {
                    broken.Add(new BrokenLine(Path.GetFileName(path), line, assessor));
                    continue;
                }

                if (key.Patient is not { } patient)
                {
                    if (key.Reference is { } reference)
                        shared.CreateRow().AppendValue(reference).AppendValue(number).AppendValue(line.Utf8.ToArray()).EndRow();
                    continue;
                }

                resources.CreateRow().AppendValue(patient).AppendValue(number).AppendValue(key.IsPatient).AppendValue(line.Utf8.ToArray()).EndRow();
                foreach (var link in key.Links)
                    links.CreateRow().AppendValue(patient).AppendValue(link).EndRow();
            }
        }

        return broken;
    }

    private IEnumerable<IRecord> ByPatient(DuckDBConnection database)
    {
        using var query = database.CreateCommand();
        query.UseStreamingMode = true;
        query.CommandText =
            $"""
            WITH ranked AS (
                SELECT patient, coalesce(min(number) FILTER (WHERE is_patient), {AfterAllPatients} + min(number)) AS rank
                FROM resources GROUP BY patient),
            together AS (
                SELECT patient, number, json FROM resources
                UNION ALL
                SELECT DISTINCT links.patient, shared.number, shared.json FROM links JOIN shared ON links.reference = shared.reference)
            SELECT together.patient, together.json FROM together JOIN ranked ON together.patient = ranked.patient
            ORDER BY ranked.rank, together.number
            """;
        using var rows = query.ExecuteReader();
        string? patient = null;
        var parts = new List<ReadOnlyMemory<byte>>();
        while (rows.Read())
        {
            var next = rows.GetString(0);
            if (patient is not null && next != patient)
            {
                yield return new PatientRecord(patient, parts, assessor);
                parts = [];
            }

            patient = next;
            using var json = rows.GetStream(1);
            var bytes = new byte[json.Length];
            json.ReadExactly(bytes);
            parts.Add(bytes);
        }

        if (patient is not null)
            yield return new PatientRecord(patient, parts, assessor);
    }

    private static void Execute(DuckDBConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class PatientRecord(string patient, IReadOnlyList<ReadOnlyMemory<byte>> parts, BatchAssessor assessor) : IRecord
    {
        public IReadOnlyList<ReadOnlyMemory<byte>> Parts => parts;

        public IReadOnlyList<Assessment> Assess() => assessor.AssessResources(patient, parts);
    }

    /// <summary>A line that is no FHIR resource: told with its file and line, since it belongs to no patient.</summary>
    private sealed class BrokenLine(string file, InputRecord line, BatchAssessor assessor) : IRecord
    {
        public IReadOnlyList<ReadOnlyMemory<byte>> Parts => [Encoding.UTF8.GetBytes(FormattableString.Invariant($"{file}:{line.Line}")), line.Utf8];

        public IReadOnlyList<Assessment> Assess() =>
            [assessor.Refuse(new Issue("malformed-resource", IssueSeverity.Error, "", FormattableString.Invariant($"{file}, line {line.Line}"), "a FHIR R4 resource in JSON", "The line is no FHIR resource; it took no part."))];
    }
}
