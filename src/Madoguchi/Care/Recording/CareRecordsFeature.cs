using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Care.Recording;

/// <summary>The whole record of a case in one file that anybody can check without us. For supervisors; who took it out is on record.</summary>
public sealed class CareRecords(Db db, Writes writes, HouseZone zone, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Legible = new(Json.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // a file, and no page: read by people

    public async Task<IResult> Of(Id<Case> id, CurrentAgent agent, CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().VisibleTo(agent, db).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } theCase)
            return Problem.NotFound;
        if (!agent.SeesAll)
            return Problem.Of(403, "for-supervisors", "The record is for supervisors.");
        var now = clock.Now;
        await writes.Write(work => work.LookedAt(id, 0, agent, now), ct);
        var (customer, entries) = (theCase.CustomerId, await db.Entries.AsNoTracking().Where(e => e.CaseId == id).OrderBy(e => e.Number).ToListAsync(ct));
        var number = await db.Customers.Where(c => c.Id == customer).Select(c => c.Number).SingleAsync(ct);
        var view = await db.CareOf(theCase, now, ct);
        (string Name, byte[] Bytes)[] files =
        [
            ("entries.json", JsonSerializer.SerializeToUtf8Bytes(entries.Select(RecordedEntry.Of), Legible)), ("care.json", JsonSerializer.SerializeToUtf8Bytes(view, Legible)),
        ];
        var manifest = new CareManifest(CareManifest.Version, id.Value, number, now, agent.Name, theCase.LastEntry, Convert.ToHexStringLower(theCase.LastHash), [.. files.Select(f => new RecordedFile(f.Name, f.Bytes.Length, Hash(f.Bytes)))]);
        var index = new CareIndex(manifest, theCase.Subject, view, entries, zone.Zone).Page();
        return TypedResults.Bytes(Pack([("index.html", Encoding.UTF8.GetBytes(index)), .. files, ("manifest.json", JsonSerializer.SerializeToUtf8Bytes(manifest, Legible))], now), "application/zip", $"care-{number}-{now:yyyyMMdd-HHmmss}.zip");
    }

    private static byte[] Pack(IReadOnlyList<(string Name, byte[] Bytes)> files, DateTimeOffset now)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            var sums = string.Concat(files.Select(f => $"{Hash(f.Bytes)}  {f.Name}\n"));
            foreach (var (name, bytes) in files.Concat([("SHA256SUMS", Encoding.UTF8.GetBytes(sums)), ("README.txt", Encoding.UTF8.GetBytes(CareReadme.Text))]))
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = now;
                using var to = entry.Open();
                to.Write(bytes);
            }
        }

        return packed.ToArray();
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
