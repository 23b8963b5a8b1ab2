using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Madoguchi.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Storage;

/// <summary>Who asks, what for, with which client-made key, saying what: the same four are one act, however often they arrive.</summary>
public sealed record OnceKey(string Caller, string Route, string Key, byte[] Body)
{
    /// <summary>The longest client-made key, in characters.</summary>
    public const int Longest = 255;

    /// <summary>Something beside the act that happens once, too, even where the act itself is refused and may be tried again.</summary>
    public OnceKey Beside(string what) => this with { Route = Route + "\n" + what, Key = Key + "\n" + Convert.ToHexStringLower(Body) };

    internal byte[] Id => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Caller, Route, Key)));

    // Not derivable from Id: the key itself is never stored.
    internal byte[] Seal => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(Key), 32, info: Encoding.UTF8.GetBytes("madoguchi once\n" + Caller + "\n" + Route));
}

/// <summary>The key was used for something else: 422.</summary>
public sealed class OnceMismatchException() : Exception("This Idempotency-Key was used with another body.");

public sealed class OnceRow
{
    public required byte[] Id { get; init; }
    public required byte[] Body { get; init; }
    public required DateTimeOffset At { get; init; }
    public byte[] Answer { get; set; } = [];
}

public static class Once
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Runs the work once per key and answers every repeat with the first answer. A refusal leaves no trace: it may be tried again.</summary>
    public static Task<Result<T, TRefusal>> WriteOnce<T, TRefusal>(
        this Writes writes, OnceKey? key, DateTimeOffset now, Func<Db, Task<Result<T, TRefusal>>> work, CancellationToken ct)
        where TRefusal : struct, Enum =>
        key is null ? writes.Write(work, ct) : writes.Write(async db =>
        {
            var id = key.Id;
            // The insert comes first: a second request with this key waits here until the first has committed.
            var first = await db.Database.ExecuteSqlAsync(
                $"""insert into once ("Id", "Body", "At", "Answer") values ({id}, {key.Body}, {db.Stored(now)}, {Array.Empty<byte>()}) on conflict do nothing""", CancellationToken.None);
            if (first == 0)
            {
                var row = await db.Set<OnceRow>().AsNoTracking().SingleAsync(o => o.Id == id, CancellationToken.None);
                return row.Body.AsSpan().SequenceEqual(key.Body) ? Open<T>(key, row.Answer) : throw new OnceMismatchException();
            }

            var result = await work(db);
            if (result.Refused(out _, out var answer))
                await db.Database.ExecuteSqlAsync($"""delete from once where "Id" = {id}""", CancellationToken.None);
            else
                await db.Database.ExecuteSqlAsync($"""update once set "Answer" = {Close(key, answer)} where "Id" = {id}""", CancellationToken.None);
            return result;
        }, ct);

    /// <summary>Whether this is the first time, in this very transaction. Without a key every time is.</summary>
    public static async Task<bool> First(this Db db, OnceKey? key, DateTimeOffset now) =>
        key is null || await db.Database.ExecuteSqlAsync(
            $"""insert into once ("Id", "Body", "At", "Answer") values ({key.Id}, {key.Body}, {db.Stored(now)}, {Array.Empty<byte>()}) on conflict do nothing""", CancellationToken.None) > 0;

    // A first answer may hold a secret (a customer's token); only who knows the key can read it again.
    private static byte[] Close<T>(OnceKey key, T answer)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(answer, Json.Options);
        var sealedAnswer = new byte[12 + 16 + plain.Length];
        RandomNumberGenerator.Fill(sealedAnswer.AsSpan(0, 12));
        using var aes = new AesGcm(key.Seal, 16);
        aes.Encrypt(sealedAnswer.AsSpan(0, 12), plain, sealedAnswer.AsSpan(28), sealedAnswer.AsSpan(12, 16));
        return sealedAnswer;
    }

    private static T Open<T>(OnceKey key, byte[] answer)
    {
        var plain = new byte[answer.Length - 28];
        using var aes = new AesGcm(key.Seal, 16);
        aes.Decrypt(answer.AsSpan(0, 12), answer.AsSpan(28), answer.AsSpan(12, 16), plain);
        return JsonSerializer.Deserialize<T>(plain, Json.Kept)!; // only ever written from a T
    }

    private sealed class Mapping : IEntityTypeConfiguration<OnceRow>
    {
        public void Configure(EntityTypeBuilder<OnceRow> builder)
        {
            builder.ToTable("once").HasKey(o => o.Id);
            builder.HasIndex(o => o.At);
        }
    }
}
