namespace Madoguchi.Tests.Rig;

/// <summary>The letters that an app without mail server keeps in its folder.</summary>
public static class Mailed
{
    /// <summary>What has come to an address, the newest last; waits for as many.</summary>
    public static Task<IReadOnlyList<Eml>> To(Database database, string address, int count = 1) => Patience.Until<IReadOnlyList<Eml>>(async () =>
    {
        var folder = new DirectoryInfo(Path.Combine(database.Folder, "mail"));
        var letters = new List<Eml>();
        foreach (var file in folder.Exists ? folder.EnumerateFiles("*.eml").OrderBy(f => f.LastWriteTimeUtc) : Enumerable.Empty<FileInfo>())
            letters.Add(Eml.Read(await File.ReadAllBytesAsync(file.FullName, TestContext.Current.CancellationToken)));
        return [.. letters.Where(l => l["To"] == address)];
    }, letters => letters.Count >= count);
}
