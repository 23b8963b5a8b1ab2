using Madoguchi.Mail.Sending;
using Madoguchi.Mail.Writing;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Mail.Keeping;

/// <summary>A letter in the folder.</summary>
public sealed record Kept(Id<Letter> Id, ReadMail Mail);

/// <summary>The folder of letters that a server without mail server fills, as something to look at. Each node has its own.</summary>
public sealed class Mailbox(Engine engine, MailSettings settings)
{
    private const int Most = 200;
    private readonly string folder = MailFeature.Folder(engine);

    /// <summary>False: letters go out, and nothing is kept here.</summary>
    public bool IsThere => settings.Server is null;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<Kept>> All(CancellationToken ct)
    {
        if (!IsThere || !Directory.Exists(folder))
            return [];
        var kept = new List<Kept>();
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.eml").OrderByDescending(f => f.LastWriteTimeUtc).Take(Most))
        {
            if (Guid.TryParseExact(Path.GetFileNameWithoutExtension(file.Name), "N", out var id) && await Read(new Id<Letter>(id), ct) is { } one)
                kept.Add(one);
        }

        return kept;
    }

    public async Task<Kept?> Read(Id<Letter> id, CancellationToken ct)
    {
        var file = Path.Combine(folder, $"{id.Value:N}.eml");
        return IsThere && File.Exists(file) && MimeReading.Read(await File.ReadAllBytesAsync(file, ct)) is { } mail ? new Kept(id, mail) : null;
    }
}
