using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Orleans.Sqlite;

/// <summary>
/// A prepared statement; its parameters are <c>?1</c>, <c>?2</c>, … in the order in which values are given.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;

    public Statement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
#pragma warning disable CA2100 // Every caller passes a constant; values are always bound.
        _command.CommandText = sql;
#pragma warning restore CA2100
    }

    /// <summary>Runs it and answers how many rows it changed.</summary>
    public int Execute(params ReadOnlySpan<object> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>Runs it; the answer must be disposed before the statement runs again.</summary>
    public SqliteDataReader Query(params ReadOnlySpan<object> values)
    {
        Bind(values);
        return _command.ExecuteReader();
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object> values)
    {
        var parameters = _command.Parameters;
        for (var i = parameters.Count; i < values.Length; i++)
            parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"?{i + 1}") });
        for (var i = 0; i < values.Length; i++)
            parameters[i].Value = values[i];
    }
}
