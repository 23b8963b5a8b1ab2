using System.Diagnostics.CodeAnalysis;

namespace Madoguchi.Tests.Rig;

/// <summary>The engine that a test runs on. What holds on one must hold on the other.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "read aloud: on SQLite")]
public enum On
{
    Sqlite,
    Postgres,
}
