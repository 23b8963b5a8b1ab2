using System.Security.Cryptography;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Customers;

/// <summary>The next customer number. Each node takes counters in blocks, so that first contacts do not wait for each other;
/// what a stopped node had left of its block is never given out.</summary>
public sealed class NumberSupply(Writes writes) : IDisposable
{
    private const int Block = 32;
    private readonly SemaphoreSlim one = new(1);
    private NumberPermutation? permutation;
    private long next;
    private long end;

    public async Task<CustomerNumber> Next(CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            permutation ??= new NumberPermutation(await writes.Write(Key, ct));
            if (next == end)
            {
                next = await writes.Write(db => Take(db, Block), ct);
                end = next + Block;
            }

            return permutation.Number(next++);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>One number, inside a work: taken back with it, should it come to nothing.</summary>
    public async Task<CustomerNumber> Next(Db db)
    {
        using var once = new NumberPermutation(await Key(db)); // not kept: what made the key may still come to nothing
        return once.Number(await Take(db, 1));
    }

    public void Dispose()
    {
        permutation?.Dispose();
        one.Dispose();
    }

    // Made once, by whichever node comes first; with another key, numbers given out would come again.
    private static async Task<byte[]> Key(Db db)
    {
        var fresh = RandomNumberGenerator.GetBytes(32);
        await db.Database.ExecuteSqlAsync($"""insert into secrets ("Name", "Value") values ('customer-number', {fresh}) on conflict do nothing""", CancellationToken.None);
        return await db.Set<KeptSecret>().Where(s => s.Name == "customer-number").Select(s => s.Value).SingleAsync(CancellationToken.None);
    }

    private static async Task<long> Take(Db db, int many)
    {
        await db.Database.ExecuteSqlAsync($"""insert into counters ("Name", "Next") values ('customer-number', 0) on conflict do nothing""", CancellationToken.None);
        var after = await db.Database.SqlQuery<long>($"""update counters set "Next" = "Next" + {many} where "Name" = 'customer-number' returning "Next" as "Value" """).ToListAsync(CancellationToken.None);
        return after[0] - many;
    }
}
