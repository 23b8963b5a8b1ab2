namespace Madoguchi.Mail.Sending;

/// <summary>Without a mail server: a file for each letter, in the folder <c>mail</c> under the data. The same letter again is the same file.</summary>
public sealed class EmlClient(string folder) : PostOffice
{
    public override async Task Deliver(string messageId, string from, string to, byte[] mail, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var whole = Path.Combine(folder, messageId + ".eml");
        var half = whole + ".part";
        await File.WriteAllBytesAsync(half, mail, ct);
        File.Move(half, whole, overwrite: true);
    }
}
