using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Calcinosis.Rules.CdsHooks.Feedback;

/// <summary>Feedback in one SQLite file. The table is made when it is first needed.</summary>
internal sealed class SqliteFeedbackStore(IOptions<CdsHooksOptions> options) : IFeedbackStore
{
    private const string Schema =
        """
        PRAGMA journal_mode = WAL;
        CREATE TABLE IF NOT EXISTS feedback (
            id TEXT PRIMARY KEY, service TEXT NOT NULL, client TEXT, card TEXT NOT NULL, outcome TEXT NOT NULL, accepted TEXT NOT NULL,
            reason_system TEXT, reason_code TEXT, reason_display TEXT, has_comment INTEGER NOT NULL, comment TEXT,
            outcome_at TEXT NOT NULL, received_at TEXT NOT NULL) WITHOUT ROWID;
        """;

    private const string Insert =
        """
        INSERT INTO feedback VALUES ($id, $service, $client, $card, $outcome, $accepted, $system, $code, $display, $hasComment, $comment, $outcomeAt, $receivedAt)
        ON CONFLICT (id) DO NOTHING;
        """;

    private readonly string _connection = new SqliteConnectionStringBuilder { DataSource = options.Value.Feedback.DatabasePath, DefaultTimeout = 5 }.ToString();
    private volatile bool _ready;

    public async Task<int> SaveAsync(IReadOnlyList<FeedbackEntry> entries, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var added = 0;
                foreach (var entry in entries)
                    added += await InsertAsync(connection, (SqliteTransaction)transaction, entry, cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                return added;
            }
        }
    }

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM (SELECT 1 FROM feedback LIMIT 1);";
            await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connection);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            if (_ready)
                return connection;
            using var command = connection.CreateCommand();
            command.CommandText = Schema;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            _ready = true;
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<int> InsertAsync(SqliteConnection connection, SqliteTransaction transaction, FeedbackEntry entry, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Insert;
        command.Parameters.AddWithValue("$id", entry.Id);
        command.Parameters.AddWithValue("$service", entry.Service);
        command.Parameters.AddWithValue("$client", OrNull(entry.Client));
        command.Parameters.AddWithValue("$card", entry.Card.ToString("D"));
        command.Parameters.AddWithValue("$outcome", entry.Outcome == FeedbackOutcome.Accepted ? "accepted" : "overridden");
        command.Parameters.AddWithValue("$accepted", string.Join(' ', entry.AcceptedSuggestions.Select(id => id.ToString("D"))));
        command.Parameters.AddWithValue("$system", OrNull(entry.Reason?.System));
        command.Parameters.AddWithValue("$code", OrNull(entry.Reason?.Code));
        command.Parameters.AddWithValue("$display", OrNull(entry.Reason?.Display));
        command.Parameters.AddWithValue("$hasComment", entry.HasComment);
        command.Parameters.AddWithValue("$comment", OrNull(entry.Comment));
        command.Parameters.AddWithValue("$outcomeAt", entry.OutcomeAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue("$receivedAt", entry.ReceivedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static object OrNull(string? text) => text is null ? DBNull.Value : text;
}
