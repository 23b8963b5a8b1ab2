using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Storage;

/// <summary>Before the first request: the file is ours alone, the schema is current, and what durability and search rest on is really so.</summary>
public sealed class Opening(Engine engine, IDbContextFactory<Db> contexts) : IDisposable
{
    private FileStream? owned;

    public async Task Open(CancellationToken ct)
    {
        // InvariantGlobalization or a missing libicu switches NFKC off without a word, and with it finding a full-width number.
        if ("ｱﾊﾟｰﾄ１".Normalize(NormalizationForm.FormKC) != "アパート1")
            throw new RefusedException("Unicode normalisation does not work: install libicu and leave InvariantGlobalization off.");

        Directory.CreateDirectory(engine.DataFolder);
        Own();
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (engine.IsPostgres)
        {
            await db.Database.MigrateAsync(ct);
            return;
        }

        await Unstick(db, ct);
        await db.Database.MigrateAsync(ct);
        await Require(db, "pragma journal_mode=WAL", "wal", ct);
        await Require(db, "pragma synchronous", "2", ct);
    }

    public void Dispose() => owned?.Dispose();

    /// <summary>The server does not start; the message is for whoever started it.</summary>
    public sealed class RefusedException(string message, Exception? inner = null) : Exception(message, inner);

    // One process owns a SQLite file; a second one would write beside the lane.
    private void Own()
    {
        if (engine.SqliteFile is not { } file)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!); // a full path to a file has a folder
        try
        {
            owned = new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new RefusedException($"{file} is in use by another Madoguchi. Stop it first, or use its API.", taken);
        }
    }

    // Killed in mid-migration, EF's own lock row stays and the next start would wait for it for ever. We own the file: it is stale.
    private static async Task Unstick(Db db, CancellationToken ct)
    {
        var there = await db.Database.SqlQuery<int>($"select count(*) as Value from sqlite_master where name = '__EFMigrationsLock'").SingleAsync(ct);
        if (there > 0)
            await db.Database.ExecuteSqlAsync($"""delete from "__EFMigrationsLock" """, ct);
    }

    private static async Task Require(Db db, string pragma, string expected, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the two pragmas above, nothing from outside
        command.CommandText = pragma;
#pragma warning restore CA2100
        var answer = Convert.ToString(await command.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture);
        if (answer != expected)
            throw new RefusedException($"SQLite answers {pragma} with {answer}, not {expected}: acknowledged messages would not survive a power cut.");
    }
}
