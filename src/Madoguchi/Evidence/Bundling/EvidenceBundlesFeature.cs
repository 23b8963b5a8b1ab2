using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Attaching;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Evidence.Reading;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Evidence.Bundling;

/// <summary>All evidence of a case in one file that anybody can check without us. Sent as it is packed: no copy of it is made here.</summary>
public sealed class EvidenceBundles(Db db, Files files, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Legible = new(Json.Options) { WriteIndented = true };

    public async Task<IResult> Of(Id<Case> id, Caller caller, CancellationToken ct)
    {
        if (caller.Agent is not { } agent || await db.Cases.AsNoTracking().VisibleTo(agent, db).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } theCase)
            return Problem.NotFound;
        if (!agent.WorksAt(theCase.DeskId))
            return MessageEndpoint.Explain(CaseRefusal.WithAnotherDesk);
        var manifest = await Manifest(theCase, ct);
        foreach (var item in manifest.Items)
        {
            await using var there = await files.Open(item.Sha256, ct);
            if (there is null)
                return Attachments.Missing;
        }

        return TypedResults.Stream(body => Pack(manifest, body, ct), "application/zip", $"evidence-{manifest.CustomerNumber}-{manifest.MadeAt:yyyyMMdd-HHmmss}.zip");
    }

    private async Task<Manifest> Manifest(Case theCase, CancellationToken ct)
    {
        var (id, customer) = (theCase.Id, theCase.CustomerId);
        var number = await db.Customers.Where(c => c.Id == customer).Select(c => c.Number).SingleAsync(ct);
        var items = await db.EvidenceOf(id).Join(db.Entries, e => new { e.CaseId, Number = e.Entry }, e => new { e.CaseId, e.Number }, (item, entry) => new { Item = item, entry.Hash }).ToListAsync(ct);
        return new Manifest(Bundling.Manifest.Version, id.Value, number, clock.Now, theCase.LastEntry, Convert.ToHexStringLower(theCase.LastHash), [.. items.OrderBy(i => i.Item.Entry).Select((i, n) => new BundledItem(
            i.Item.Id.Value, BundledName.Of(n + 1, i.Item.Name), i.Item.Name, i.Item.Type, i.Item.Size, i.Item.Sha256, i.Item.ReceivedAt, new By(i.Item.ByRole, i.Item.ByName), i.Item.Entry,
            Convert.ToHexStringLower(i.Hash), EvidenceRead.Kept(i.Item.Read)))]);
    }

    private async Task Pack(Manifest manifest, Stream body, CancellationToken ct)
    {
        await using var to = new GatheringStream(body);
        await using (var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct))
            await Pack(manifest, zip, ct);
        await to.FlushAsync(ct);
    }

    private async Task Pack(Manifest manifest, ZipArchive zip, CancellationToken ct)
    {
        var sums = new StringBuilder();
        foreach (var item in manifest.Items)
        {
            await using var content = await files.Open(item.Sha256, ct) ?? throw new InvalidOperationException($"The file {item.Sha256} was there a moment ago.");
            await Add(zip, item.File, item.ReceivedAt, content, ct);
            sums.Append(item.Sha256).Append("  ").Append(item.File).Append('\n');
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, Legible);
        sums.Append(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(json))).Append("  manifest.json\n");
        foreach (var (name, bytes) in new[] { ("manifest.json", json), ("SHA256SUMS", Encoding.UTF8.GetBytes(sums.ToString())), ("README.txt", Encoding.UTF8.GetBytes(BundleReadme.Text)) })
        {
            using var content = new MemoryStream(bytes);
            await Add(zip, name, manifest.MadeAt, content, ct);
        }
    }

    private static async Task Add(ZipArchive zip, string name, DateTimeOffset at, Stream content, CancellationToken ct)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression); // what people send is compressed already
        entry.LastWriteTime = at;
        await using var to = await entry.OpenAsync(ct);
        await content.CopyToAsync(to, ct);
    }
}
