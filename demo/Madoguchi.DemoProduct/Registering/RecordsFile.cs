using System.Text.Json;

namespace Madoguchi.DemoProduct.Registering;

/// <summary>The records in a file. A change is on the disk before anybody hears of it: written beside, then put in its place.</summary>
public sealed class RecordsFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Lock door = new();
    private readonly string path;

    public RecordsFile(string path)
    {
        this.path = path;
        Directory.CreateDirectory(Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".");
        Now = File.Exists(path) ? JsonSerializer.Deserialize<Records>(File.ReadAllBytes(path), Json) ?? new() : new();
    }

    public Records Now { get; private set; }

    public void Change(Func<Records, Records> change) => Change(before => (change(before), true));

    public T Change<T>(Func<Records, (Records Then, T Said)> change)
    {
        lock (door)
        {
            var (then, said) = change(Now);
            if (!ReferenceEquals(then, Now))
                Keep(then);
            return said;
        }
    }

    private void Keep(Records then)
    {
        var beside = path + ".new";
        using (var file = File.Create(beside))
        {
            JsonSerializer.Serialize(file, then, Json);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
        Now = then;
    }
}
